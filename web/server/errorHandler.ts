import type { H3Event } from 'h3'
import type { Buffer } from 'node:buffer'
import { STATUS_CODES } from 'node:http'
import { CmsError } from '@masthead/shared/error'
import { RETRY_AFTER_S } from './http/ErrorPages'
import { findRedirect } from './http/findRedirect'
import { bodyOf } from './page-cache/Page'
import { isRenderer, isRenderProcess } from './rendering/isRenderProcess'
import { RenderError } from './rendering/RenderError'
import { ERROR_PATH, errorPath } from './rendering/renderErrorPage'

/** Responds to every error with the designed page. Readers learn nothing but the status. */
export default defineNitroErrorHandler(async (error, event) => {
  if (event.handled)
    return
  const { statusCode } = error
  if (statusCode >= 500)
    report(isKnown(error.cause) ? error.cause : error, event)
  // The process that requested the render knows the redirects, and has the page for 404.
  if (isRenderProcess && statusCode === 404) {
    setResponseStatus(event, statusCode)
    return send(event, '')
  }
  const { status, location } = statusCode === 404 ? await withoutPage(event) : { status: statusCode }
  // A redirect may change at any time, so browsers revalidate it.
  setResponseHeader(event, 'Cache-Control', location ? 'no-cache' : 'no-store')
  if (location) {
    setResponseHeader(event, 'Location', location)
    setResponseStatus(event, status)
    return send(event, '')
  }
  if (status === 503)
    setResponseHeader(event, 'Retry-After', RETRY_AFTER_S)
  setResponseHeader(event, 'Content-Type', 'text/html;charset=utf-8')
  setResponseStatus(event, status, STATUS_CODES[status])
  await send(event, await htmlOf(status, event).catch(() => PLAIN))
})

/** Returns the page for a status; a plain one if the designed page is what failed. */
async function htmlOf(status: number, { path, context }: H3Event): Promise<string | Buffer> {
  if (path.startsWith(ERROR_PATH))
    return PLAIN
  if (isRenderer)
    return (await useNitroApp().localFetch(errorPath(status))).text()
  return bodyOf(await context.site.errorPages.get(status))
}

/**
 * Returns the redirect from an address without a page, else 404. It is 503 if the CMS does not respond: it may in a
 * moment.
 */
async function withoutPage(event: H3Event): Promise<{ status: number, location?: string }> {
  try {
    return await findRedirect(event) ?? { status: 404 }
  }
  catch (error) {
    report(error, event)
    return { status: 503 }
  }
}

function report(error: unknown, { method, path }: H3Event): void {
  console.error(`[${method}] "${path}":`, isKnown(error) ? error.message : error)
}

/** Returns whether the message of an error says everything, so that no stack trace is needed. */
function isKnown(error: unknown): error is CmsError | RenderError {
  return error instanceof CmsError || error instanceof RenderError
}

const PLAIN
  = '<!DOCTYPE html><html lang="en"><title>Something went wrong</title><h1>Something went wrong</h1><p>Please try again in a moment.</p></html>'
