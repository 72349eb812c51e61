import type { ResolvedLink } from '../linksOf'

/** The content around every page. It names what readers see and nothing else, so equal layouts look alike. */
export interface Layout {
  name: string
  tagline?: string
  navigation: ResolvedLink[]
  footer?: string
  footerLinks: ResolvedLink[]
  banner: Announcement[]
  articleCta?: { headline: string, link: ResolvedLink }
}

export interface Announcement extends ResolvedLink {
  headline: string
}

/** The parts of a page that change with the layout and not with the page, and the number of the change it has seen. */
export type SlotName = 'banner' | 'header' | 'footer' | 'articleCta' | 'feed'
