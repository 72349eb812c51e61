import type { H3Event } from 'h3'
import { Buffer } from 'node:buffer'
import { htmlOf } from '../../app/layout/slotMarkers'
import { compressFor } from '../http/compressFor'
import { ERROR_PATH } from './renderErrorPage'
import { LAYOUT_PATH } from './renderFragments'
import { rendering } from './rendering'

/**
 * Returns the page of a request, rendered in another process. If there is none, the error handler redirects or responds
 * with 404.
 */
export async function sendRendered(event: H3Event): Promise<Buffer | string> {
  const { path, context: { site, cms, enquiry } } = event
  if (path.startsWith(ERROR_PATH) || path.startsWith(LAYOUT_PATH))
    throw createError({ statusCode: 404 })
  const takePieces = rendering.getStore()?.takePieces
  const { status, headers, pieces } = await site.renderer.render(
    { path, slots: Boolean(takePieces), enquiry },
    request => cms.send(request),
  )
    .catch((cause) => {
      throw createError({ statusCode: 503, cause })
    })
  if (status === 404)
    throw createError({ statusCode: 404 })
  setResponseStatus(event, status)
  for (const [name, value] of headers)
    setResponseHeader(event, name, value)
  if (!takePieces)
    return compressFor(event, Buffer.from(htmlOf(pieces)))
  takePieces(pieces)
  return ''
}
