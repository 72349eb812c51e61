import type { CtaContent, LayoutContent } from '../selections'
import type { Announcement, Layout } from './Layout'
import { blogPath } from '@masthead/shared/paths'
import { linksOf } from '../linksOf'

/** Returns the layout that the site and its calls to action make. It leaves out links to unpublished targets. */
export function layoutOf(
  site: LayoutContent,
  { banner = [], endOfArticle = [] }: { banner?: CtaContent[], endOfArticle?: CtaContent[] } = {},
): Layout {
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

function announcementsOf(ctas: CtaContent[]): Announcement[] {
  return ctas.flatMap(({ headline, link }) => linksOf([link]).map(shown => ({ headline, ...shown })))
}
