import type { CmsError } from '@masthead/shared/error'
import { pageCacheState } from '../page-cache/pages'

/** Able to serve: the CMS answers a stranger. Says, too, which change was followed last, and how much is kept. */
export default defineEventHandler(async (event) => {
  try {
    await event.context.cms.global('site', { select: { name: true } })
    return { status: 'ok', ...pageCacheState() }
  }
  catch (error) {
    console.error('/readyz:', (error as CmsError).message)
    setResponseStatus(event, 503)
    return { status: 'unavailable', reason: 'The CMS does not answer.' }
  }
})
