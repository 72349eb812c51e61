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

/** Answers every error with the designed page, whoever asks, and tells the reader no more than the status. */
export default defineNitroErrorHandler(async (error, event) => {
  if (event.handled)
    return
  const { statusCode } = error
  if (statusCode >= 500)
    report(isKnown(error.cause) ? error.cause : error, event)
  // The process that the page is rendered for knows the redirects, and has the page that says so.
  if (isRenderProcess && statusCode === 404) {
    setResponseStatus(event, statusCode)
    return send(event, '')
  }
  const { status, location } = statusCode === 404 ? await withoutPage(event) : { status: statusCode }
  // Readers who were led on may be led elsewhere, or back, at any time: no browser keeps it unasked.
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

/** Only the page of an error itself, where it fails, cannot be sent. */
async function htmlOf(status: number, { path, context }: H3Event): Promise<string | Buffer> {
  if (path.startsWith(ERROR_PATH))
    return PLAIN
  if (isRenderer)
    return (await useNitroApp().localFetch(errorPath(status))).text()
  return bodyOf(await context.site.errorPages.get(status))
}

/** Where there is no page there may be a redirect; where the CMS cannot tell, it may do so in a moment. */
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

/** Whether the message says all. */
function isKnown(error: unknown): error is CmsError | RenderError {
  return error instanceof CmsError || error instanceof RenderError
}

const PLAIN = '<!DOCTYPE html><html lang="en"><title>Something went wrong</title><h1>Something went wrong</h1><p>Please try again in a moment.</p></html>'
