import type { CmsClient } from '@masthead/shared/client'
import type { Layout } from './Layout'
import { LAYOUT, LINKED } from '../selections'
import { fetchCtas } from './fetchCtas'
import { layoutOf } from './layoutOf'

/**
 * Returns the content around every page, from the CMS.
 *
 * @throws {CmsError}
 */
export async function fetchLayout(cms: CmsClient): Promise<Layout> {
  const [site, banner, endOfArticle] = await Promise.all([
    cms.global('site', { select: LAYOUT, populate: LINKED, depth: 1 }),
    fetchCtas(cms, 'banner'),
    fetchCtas(cms, 'end-of-article'),
  ])
  return layoutOf(site, { banner, endOfArticle })
}
