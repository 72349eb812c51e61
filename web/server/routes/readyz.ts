import type { CmsError } from '@masthead/shared/error'

/**
 * Able to serve: the CMS answers a stranger, or there are kept pages, or those before, to go on with (`stale`). Says,
 * too, which change was followed last, how many seconds ago a web that is cut off last heard of the CMS, how much is
 * kept, whether it knows all redirects, and how many enquiries wait for the CMS.
 */
export default defineEventHandler(async (event) => {
  const { cms, site } = event.context
  const enquiries = site.enquiries.outbox.state
  const state = { ...site.state, enquiries }
  try {
    await cms.global('site', { select: { name: true } })
    return { status: 'ok', ...state }
  }
  catch (error) {
    console.error('/readyz:', (error as CmsError).message)
    const reason = 'The CMS does not answer.'
    if (state.pages + state.aside > 0)
      return { status: 'stale', reason, ...state }
    setResponseStatus(event, 503)
    return { status: 'unavailable', reason, enquiries }
  }
})
