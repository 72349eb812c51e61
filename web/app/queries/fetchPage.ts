import type { CmsClient } from '@masthead/shared/client'
import type { SiteContent } from '../selections'
import { createError, isNuxtError, useRequestEvent } from '#imports'
import { useLayout } from '../layout/useLayout'
import { SITE } from '../selections'

/**
 * Asks the CMS for the content of a page and, at the same time, for what it says of the site.
 *
 * @throws a 503 if the CMS cannot answer: the page may exist
 */
export async function fetchPage<T extends object>(
  question: (cms: CmsClient) => Promise<T>,
): Promise<T & { site: SiteContent }> {
  const { cms } = useRequestEvent()!.context
  const [site, answer] = await Promise.all([cms.global('site', { select: SITE, depth: 0 }), question(cms), useLayout()])
    .catch((cause) => {
      throw isNuxtError(cause) ? cause : createError({ statusCode: 503, cause })
    })
  return { ...answer, site }
}
