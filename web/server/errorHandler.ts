import type { H3Event } from 'h3'
import { STATUS_CODES } from 'node:http'
import { CmsError } from '@masthead/shared/error'

/** Answers every error with the designed page, whoever asks, and tells the reader no more than the status. */
export default defineNitroErrorHandler(async (error, event) => {
  if (event.handled)
    return
  const { cause, statusCode: status } = error
  if (status >= 500)
    console.error(`[${event.method}] "${event.path}":`, cause instanceof CmsError ? cause.message : error)
  if (status === 503)
    setResponseHeader(event, 'Retry-After', RETRY_AFTER)
  setResponseHeaders(event, { 'Cache-Control': 'no-store', 'Content-Type': 'text/html;charset=utf-8' })
  setResponseStatus(event, status, STATUS_CODES[status])
  await send(event, await errorPage(status, event))
})

/** Seconds: a CMS that begins again is there in a few. */
const RETRY_AFTER = 5

async function errorPage(status: number, event: H3Event): Promise<string> {
  // The page itself may be what failed.
  if (event.path.startsWith('/__nuxt_error'))
    return PLAIN
  const query = new URLSearchParams({ statusCode: String(status), url: '/' })
  const page = await useNitroApp().localFetch(`/__nuxt_error?${query}`, { headers: { 'x-nuxt-error': 'true' } })
  return page.text()
}

const PLAIN = '<!DOCTYPE html><html lang="en"><title>Something went wrong</title><h1>Something went wrong</h1><p>Please try again in a moment.</p></html>'
