import { sendImage } from '../../../media/sendImage'

/**
 * Sends an image from the site's own origin. Its address has the hash of its content, so browsers may store it for
 * ever.
 */
export default defineEventHandler(async (event) => {
  if (event.method !== 'GET' && event.method !== 'HEAD') {
    setResponseHeader(event, 'Allow', 'GET, HEAD')
    throw createError({ statusCode: 405 })
  }
  const { hash = '', name = '' } = getRouterParams(event, { decode: true })
  const image = await event.context.site.images.get({ hash, name }).catch((cause) => {
    throw createError({ statusCode: 503, cause })
  })
  if (!image)
    throw createError({ statusCode: 404 })
  sendImage(event.node.req, event.node.res, { ...image, etag: `"${hash}"` })
})
