import type { CmsClient } from '@masthead/shared/client'
import type { Frame } from './Frame'
import { FRAME, LINKED } from '../selections'
import { askCtas } from './askCtas'
import { frameOf } from './frameOf'

/**
 * Asks the CMS for the content around every page.
 *
 * @throws {CmsError}
 */
export async function askFrame(cms: CmsClient): Promise<Frame> {
  const [site, banner, endOfArticle] = await Promise.all([
    cms.global('site', { select: FRAME, populate: LINKED, depth: 1 }),
    askCtas(cms, 'banner'),
    askCtas(cms, 'end-of-article'),
  ])
  return frameOf(site, { banner, endOfArticle })
}
