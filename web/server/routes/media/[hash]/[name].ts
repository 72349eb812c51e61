import { pictureAt } from '../../../media/pictureAt'
import { sendPicture } from '../../../media/sendPicture'

/** A picture on the web's own origin. Its address carries the hash of its content, so it may be kept for ever. */
export default defineEventHandler(async (event) => {
  if (event.method !== 'GET' && event.method !== 'HEAD') {
    setResponseHeader(event, 'Allow', 'GET, HEAD')
    throw createError({ statusCode: 405 })
  }
  const { hash = '', name = '' } = getRouterParams(event, { decode: true })
  const picture = await pictureAt(event.context.cms, { hash, name }).catch((cause) => {
    throw createError({ statusCode: 503, cause })
  })
  if (!picture)
    throw createError({ statusCode: 404 })
  sendPicture(event.node.req, event.node.res, { ...picture, etag: `"${hash}"` })
})
