import type { Layout } from './Layout'

const link = { label: 'Label', href: '/' }

/** Has every part that a layout may have. A page that is rendered with it has the styles for all of them. */
export const SAMPLE_LAYOUT: Layout = {
  name: 'Name',
  tagline: 'Tagline',
  navigation: [link],
  footer: 'Footer',
  footerLinks: [link],
  banner: [{ headline: 'First', ...link }, { headline: 'Second', ...link }],
  articleCta: { headline: 'Headline', link },
}
