import { pictureAt } from '../../../pictures/pictureAt'

/** A picture on the web's own origin. Its address carries the hash of its content, so it may be kept for ever. */
export default defineEventHandler(async (event) => {
  const { hash = '', name = '' } = getRouterParams(event, { decode: true })
  const picture = await pictureAt(event.context.cms, { hash, name }).catch((cause) => {
    throw createError({ statusCode: 503, cause })
  })
  if (!picture)
    throw createError({ statusCode: 404 })
  setResponseHeaders(event, {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': picture.type,
    'Content-Length': picture.body.length,
  })
  return event.method === 'HEAD' ? '' : picture.body
})
