import type { CmsClient } from '@masthead/shared/client'
import type { CtaWords, SiteWords } from '../selections'
import { CTA, LINKED, SITE } from '../selections'

/** What stands around every page. */
export interface Frame {
  site: SiteWords
  ctas: CtaWords[]
  /** Of the page itself, so that links to it can say so. */
  path: string
}

export async function askFrame(cms: CmsClient): Promise<Omit<Frame, 'path'>> {
  const [site, ctas] = await Promise.all([
    cms.global('site', { select: SITE, populate: LINKED, depth: 1 }),
    cms.find('ctas', { select: CTA, populate: LINKED, depth: 1, sort: '-weight,headline', limit: 24, pagination: false }),
  ])
  return { site, ctas: ctas.docs }
}
