import { ENQUIRY } from '@masthead/shared/paths'
import { pageKey } from '../page-cache/pageKey'

/** Pages are there to be read. Whatever else was asked of one would have it drawn for this request alone, past all that keeps pages and spares the CMS. */
export default defineEventHandler((event) => {
  const { method, url } = event.node.req
  const isRead = method === 'GET' || method === 'HEAD'
  if (isRead || pageKey({ method: 'GET', url }) === undefined || url?.split('?')[0] === ENQUIRY)
    return
  setResponseHeader(event, 'Allow', 'GET, HEAD')
  throw createError({ statusCode: 405 })
})
