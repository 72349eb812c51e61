import type { CollectionSelect, GlobalSelect } from '@masthead/shared/client'
import type { Collections, Globals } from '@masthead/shared/types'

/** Which fields the pages draw, and so ask for. */

export const SITE = {
  name: true,
  tagline: true,
  description: true,
  journalTitle: true,
  journalIntroduction: true,
  footer: true,
} as const satisfies GlobalSelect<'site'>

export type SiteWords = Pick<Globals['site'], keyof typeof SITE>

/** What stands around the enquiry form. */
export const ENQUIRY_SECTION = {
  kicker: true,
  heading: true,
  text: true,
  badges: true,
  stats: true,
  onArticles: true,
  thanks: true,
} as const satisfies GlobalSelect<'enquiry-section'>

export type EnquirySectionWords = Pick<Globals['enquiry-section'], keyof typeof ENQUIRY_SECTION>

const FILE = { filename: true, mimeType: true, width: true } as const

export const PICTURE = {
  alt: true,
  credit: true,
  filename: true,
  hash: true,
  height: true,
  width: true,
  sizes: { w480avif: FILE, w480webp: FILE, w960avif: FILE, w960webp: FILE, w1600avif: FILE, w1600webp: FILE },
} as const satisfies CollectionSelect<'media'>

/** A post in a list. */
export const POST_SUMMARY = {
  title: true,
  slug: true,
  excerpt: true,
  hero: true,
  category: true,
  authors: true,
  publishedAt: true,
} as const satisfies CollectionSelect<'posts'>

export type PostSummary = Pick<Collections['posts'], 'id' | keyof typeof POST_SUMMARY>

export const ARTICLE = {
  ...POST_SUMMARY,
  sections: true,
  seo: true,
  tags: true,
  related: true,
  updatedAt: true,
} as const satisfies CollectionSelect<'posts'>

export type Article = Pick<Collections['posts'], 'id' | keyof typeof ARTICLE>
