import type { Changes } from '@masthead/shared/changes'
import type { RequestChanges } from './FeedFollower'
import { changesQuery } from '@masthead/shared/changes'
import { CmsError } from '@masthead/shared/error'

/**
 * Returns a function that requests changes from the CMS. The service key opens only the feed, which names what readers
 * can see.
 *
 * @param options.instance the name of this site instance among others
 * @param options.touched returns the pages that the last changes touched, for live checks
 */
export function changesRequester({ cmsUrl, serviceKey, instance, touched }: ChangesRequesterOptions): RequestChanges {
  return async (request, signal) => {
    const url = `${cmsUrl}/api/${changesQuery({ ...request, web: instance, touched: touched() })}`
    const response = await fetch(url, { headers: { authorization: `Bearer ${serviceKey}` }, signal })
      .catch((cause) => { throw new CmsError({ method: 'GET', url, problem: 'no answer', cause }) })
    if (!response.ok)
      throw new CmsError({ method: 'GET', url, status: response.status, problem: await response.text() })
    return await response.json() as Changes
  }
}

interface ChangesRequesterOptions {
  cmsUrl: string
  serviceKey: string | undefined
  instance: string
  touched: () => string | undefined
}
