import type { CollectionSelect, GlobalSelect } from '@masthead/shared/client'
import type { Collections, CollectionSlug, Globals, SectionReference } from '@masthead/shared/types'

/** The fields that pages render, and so request. */

/** Each field by its name: of a list that is selected whole, SQLite leaves out the documents. */
const LINK = { label: true, document: true, url: true } as const

/** The fields of the site in the head and the text of a page. */
export const SITE = {
  name: true,
  tagline: true,
  description: true,
  journalTitle: true,
} as const satisfies GlobalSelect<'site'>

export type SiteContent = Pick<Globals['site'], keyof typeof SITE>

/** The content around every page. */
export const LAYOUT = {
  name: true,
  tagline: true,
  journalTitle: true,
  footer: true,
  navigation: LINK,
  footerLinks: LINK,
} as const satisfies GlobalSelect<'site'>

export type LayoutContent = Pick<Globals['site'], keyof typeof LAYOUT>

/** The fields that make the address of a linked document. */
export const LINKED = {
  posts: { slug: true },
  services: { slug: true },
  pages: { path: true },
  categories: { slug: true },
  authors: { slug: true },
} as const

export const CTA = {
  headline: true,
  link: true,
} as const satisfies CollectionSelect<'ctas'>

export type CtaContent = Pick<Collections['ctas'], 'id' | keyof typeof CTA>

const FILE = { filename: true, mimeType: true, width: true } as const

export const PICTURE = {
  alt: true,
  credit: true,
  filename: true,
  hash: true,
  height: true,
  width: true,
  sizes: {
    w160avif: FILE,
    w160webp: FILE,
    w480avif: FILE,
    w480webp: FILE,
    w960avif: FILE,
    w960webp: FILE,
    w1600avif: FILE,
    w1600webp: FILE,
  },
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

const { alt: _, credit: __, ...UNTITLED_PICTURE } = PICTURE

/**
 * The rendered fields of the documents that a list of posts refers to. A picture there stands for its post, and has no
 * text of its own.
 */
export const POST_SUMMARY_DRAWN = {
  authors: { name: true, slug: true },
  categories: { title: true, slug: true },
  media: UNTITLED_PICTURE,
} as const

export const AUTHOR = {
  name: true,
  slug: true,
  jobTitle: true,
  bio: true,
  photo: true,
  updatedAt: true,
} as const satisfies CollectionSelect<'authors'>

export type AuthorContent = Pick<Collections['authors'], 'id' | keyof typeof AUTHOR>

/**
 * The rendered fields of the documents that sections, and links in them, refer to. `findPostsById` finds the posts to
 * show.
 */
export const SECTIONS_RESOLVED = {
  ...LINKED,
  'authors': { name: true, slug: true, jobTitle: true, photo: true },
  'categories': { title: true, slug: true },
  'comparison-tables': { title: true, description: true, criterionLabel: true, columns: true, rows: true },
  'media': { ...PICTURE, sizes: { ...PICTURE.sizes, share: FILE } },
  'takeaway-cards': { title: true, body: true, points: true, stats: true },
} as const satisfies Populated

/** Each collection that sections refer to has to be here: of one that is not, the CMS would send every field. */
type Populated
  = & { [Slug in SectionReference]: CollectionSelect<Slug> }
    & { [Slug in CollectionSlug]?: CollectionSelect<Slug> }

/** The content around the enquiry form. */
export const ENQUIRY = {
  kicker: true,
  heading: true,
  text: true,
  badges: true,
  stats: true,
} as const satisfies GlobalSelect<'enquiry-section'>

export type EnquiryContent = Pick<Globals['enquiry-section'], keyof typeof ENQUIRY>

export const PAGE = {
  title: true,
  path: true,
  sections: true,
  seo: true,
  updatedAt: true,
} as const satisfies CollectionSelect<'pages'>

export type PageContent = Pick<Collections['pages'], 'id' | keyof typeof PAGE>

export const SERVICE = {
  title: true,
  slug: true,
  summary: true,
  sections: true,
  seo: true,
  updatedAt: true,
} as const satisfies CollectionSelect<'services'>

export const ARTICLE = {
  ...POST_SUMMARY,
  sections: true,
  seo: true,
  tags: true,
  related: true,
  updatedAt: true,
} as const satisfies CollectionSelect<'posts'>

export type Article = Pick<Collections['posts'], 'id' | keyof typeof ARTICLE>
