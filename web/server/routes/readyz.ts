import type { CmsError } from '@masthead/shared/error'

/**
 * Responds whether the site instance can serve: the CMS responds to an anonymous request, or there are cached pages or
 * stale copies (`stale`). It also names the last change that was followed, for how many seconds the site instance has
 * been cut off, how much is cached, whether all redirects are known, and how many enquiries wait for the CMS.
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
