import type { CtaWords, FrameWords } from '../selections'
import type { Announcement, Frame } from './Frame'
import { blogPath } from '@masthead/shared/paths'
import { linksOf } from '../linksOf'

/** Returns the frame that the site and its calls to action make. Links to what is not public are left out. */
export function frameOf(site: FrameWords, { banner = [], endOfArticle = [] }: { banner?: CtaWords[], endOfArticle?: CtaWords[] } = {}): Frame {
  const [first] = announcementsOf(endOfArticle)
  return {
    name: site.name,
    tagline: site.tagline || undefined,
    navigation: site.navigation?.length ? linksOf(site.navigation) : [{ label: site.journalTitle, href: blogPath() }],
    footer: site.footer || undefined,
    footerLinks: linksOf(site.footerLinks ?? []),
    banner: announcementsOf(banner),
    articleCta: first && { headline: first.headline, link: { label: first.label, href: first.href } },
  }
}

function announcementsOf(ctas: CtaWords[]): Announcement[] {
  return ctas.flatMap(({ headline, link }) => linksOf([link]).map(shown => ({ headline, ...shown })))
}
