import type { CmsError } from '@masthead/shared/error'

/** Able to serve: the CMS answers a stranger. */
export default defineEventHandler(async (event) => {
  try {
    await event.context.cms.global('site', { select: { name: true } })
    return { status: 'ok' }
  }
  catch (error) {
    console.error('/readyz:', (error as CmsError).message)
    setResponseStatus(event, 503)
    return { status: 'unavailable', reason: 'The CMS does not answer.' }
  }
})
