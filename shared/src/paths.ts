/** The only module that knows addresses: it maps documents to the paths of their public pages, relative to the site. */

export const HOME = '/'

export const SERVICES = '/services'

/** The page with the form alone, and the path to which every form is submitted. */
export const ENQUIRY = '/enquiry'

/** Returns the path of the list of articles. */
export function blogPath(page = 1): string {
  return pageOf('/blog', page)
}

export function postPath({ slug }: { slug: string }): string {
  return `/blog/${encodeURIComponent(slug)}`
}

export function categoryPath({ slug }: { slug: string }, page = 1): string {
  return pageOf(`/blog/category/${encodeURIComponent(slug)}`, page)
}

export function authorPath({ slug }: { slug: string }, page = 1): string {
  return pageOf(`/authors/${encodeURIComponent(slug)}`, page)
}

export function servicePath({ slug }: { slug: string }): string {
  return `${SERVICES}/${encodeURIComponent(slug)}`
}

export function enquiryThanksPath(reference: string): string {
  return `${ENQUIRY}/thanks?reference=${encodeURIComponent(reference)}`
}

/** Returns the path of a picture in one of its sizes. It changes with the picture's bytes. */
export function mediaPath({ hash, filename }: { hash: string, filename: string }): string {
  return `/media/${hash}/${encodeURIComponent(filename)}`
}

/**
 * The collections whose documents have pages: the field that holds the address or its last part, and the function for
 * the path.
 */
const PAGES = {
  posts: { field: 'slug', pathOf: postPath },
  services: { field: 'slug', pathOf: servicePath },
  pages: { field: 'path', pathOf: ({ path }: { path: string }) => path },
  categories: { field: 'slug', pathOf: categoryPath },
  authors: { field: 'slug', pathOf: authorPath },
} as const

/** The collections whose documents have pages, which a link can lead to. */
export const LINKABLE = Object.keys(PAGES) as PagedCollection[]

export type PagedCollection = keyof typeof PAGES

/** Returns the path of a document's page, or undefined if documents of the collection have no pages. */
export function pathOf(collection: string, doc: { slug?: string | null, path?: string | null }): string | undefined {
  if (!hasPages(collection))
    return undefined
  const page = PAGES[collection]
  return page.field === 'path' ? doc.path ?? undefined : doc.slug ? page.pathOf({ slug: doc.slug }) : undefined
}

/** Whether the documents of a collection have pages. */
export function hasPages(collection: string): collection is PagedCollection {
  return Object.hasOwn(PAGES, collection)
}

/** Returns the field that holds the address of a document, or its last part. */
export function addressField(collection: PagedCollection): 'path' | 'slug' {
  return PAGES[collection].field
}

/** Returns the document whose page would have a path: the reverse of `pathOf`. */
export function documentForPath(path: string): PathTarget {
  for (const collection of LINKABLE) {
    const page = PAGES[collection]
    const [, slug] = page.field === 'slug' ? new RegExp(`^${page.pathOf({ slug: '' })}([^/]+)$`).exec(path) ?? [] : []
    if (slug)
      return { collection, field: 'slug', value: decodeURIComponent(slug) }
  }
  return { collection: 'pages', field: 'path', value: path }
}

export interface PathTarget {
  collection: PagedCollection
  field: 'slug' | 'path'
  value: string
}

/** Whether an address always belongs to the site itself, whatever is published. */
export function isFixedPath(path: string): boolean {
  return FIXED.test(path)
}

/** Whether an address belongs to a part of the site other than its pages. */
export function isReservedPath(path: string): boolean {
  return RESERVED.test(path)
}

/**
 * Whether an address may have a page that is the same for every visitor. Parts of the site that are no pages have none,
 * nor does the page of thanks, which shows the reference of an enquiry.
 */
export function isPagePath(path: string): boolean {
  return !NO_PAGE.test(path)
}

/** Whether an address belongs to a part of the site that has no pages, whatever is published. */
export function isNonPagePath(path: string): boolean {
  return NON_PAGE.test(path)
}

/** Whether an address is that of a later page of a list. */
export function isNumberedPath(path: string): boolean {
  return NUMBERED.test(path)
}

/** Returns the path of a list's first page, for an address that names its number. */
export function unnumberedPath(path: string): string {
  return path.replace(FIRST_PAGE, '$1')
}

/** Returns the path of a page of a list; the first has no number. */
function pageOf(list: string, page: number): string {
  return page === 1 ? list : `${list}/page/${page}`
}

/** The parts of the site that have no pages, each with everything under it. */
const NON_PAGE_PREFIXES = '\\.well-known|admin|api|fonts|healthz|media|preview|readyz|search|_[^/]*'

const NON_PAGE = new RegExp(`^/(?:${NON_PAGE_PREFIXES})(?:/|$)`)

const LIST = '/(?:blog(?:/category/[^/]+)?|authors/[^/]+)'

const FIRST_PAGE = new RegExp(`^(${LIST})/page/1$`)

const NUMBERED = new RegExp(`^${LIST}/page/[1-9]\\d*$`)

const NO_PAGE = new RegExp(`^/(?:${NON_PAGE_PREFIXES}|enquiry/thanks)(?:/|$)`)

/** The first segments of the addresses that end with a slug. */
const FIRST_PARTS = Object.values(PAGES).flatMap(page =>
  page.field === 'slug' ? page.pathOf({ slug: '' }).split('/')[1] ?? [] : [],
)

const RESERVED = new RegExp(
  `^/(?:${[NON_PAGE_PREFIXES, ...new Set([...FIRST_PARTS, ...[ENQUIRY, SERVICES].map(path => path.slice(1))])].join('|')})(?:/|$)`,
)

const FIXED = new RegExp(
  `^/(?:(?:blog|blog/page/.*|services|(?:rss|atom|sitemap)\\.xml|feed\\.json|(?:robots|llms)\\.txt)?$|(?:${NON_PAGE_PREFIXES}|enquiry)(?:/|$))`,
)
