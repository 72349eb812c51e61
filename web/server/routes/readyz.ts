import type { CmsError } from '@masthead/shared/error'
import { outbox } from '../enquiry/takeEnquiry'
import { pageCacheState } from '../page-cache/pages'

/** Able to serve: the CMS answers a stranger. Says, too, which change was followed last, how much is kept, and how many enquiries wait for the CMS. */
export default defineEventHandler(async (event) => {
  const enquiries = outbox.state
  try {
    await event.context.cms.global('site', { select: { name: true } })
    return { status: 'ok', ...pageCacheState(), enquiries }
  }
  catch (error) {
    console.error('/readyz:', (error as CmsError).message)
    setResponseStatus(event, 503)
    return { status: 'unavailable', reason: 'The CMS does not answer.', enquiries }
  }
})
