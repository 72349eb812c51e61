/** The only place that knows an address: documents to the paths of their public pages, relative to the site. */

export const HOME = '/'

export const SERVICES = '/services'

/** The form alone, and where every form is sent. */
export const ENQUIRY = '/enquiry'

/** The list of articles; its first page has no number. */
export function blogPath(page = 1): string {
  return page === 1 ? '/blog' : `/blog/page/${page}`
}

export function postPath({ slug }: { slug: string }): string {
  return `/blog/${encodeURIComponent(slug)}`
}

export function categoryPath({ slug }: { slug: string }): string {
  return `/blog/category/${encodeURIComponent(slug)}`
}

export function authorPath({ slug }: { slug: string }): string {
  return `/authors/${encodeURIComponent(slug)}`
}

export function servicePath({ slug }: { slug: string }): string {
  return `${SERVICES}/${encodeURIComponent(slug)}`
}

export function enquiryThanksPath(reference: string): string {
  return `${ENQUIRY}/thanks?reference=${encodeURIComponent(reference)}`
}

/** A picture, in one of its sizes: its address changes with its bytes. */
export function mediaPath({ hash, filename }: { hash: string, filename: string }): string {
  return `/media/${hash}/${encodeURIComponent(filename)}`
}

/** The collections whose documents have pages, which a link can lead to. */
export const LINKABLE = ['posts', 'services', 'pages', 'categories', 'authors'] as const

/** The page of a document, or undefined where documents of the collection have none. */
export function pathOf(collection: string, doc: { slug?: string | null, path?: string | null }): string | undefined {
  const { slug, path } = doc
  if (collection === 'pages')
    return path ?? undefined
  return slug ? PATHS[collection]?.({ slug }) : undefined
}

/** Whether an address belongs to a part of the site other than the pages. */
export function isReservedPath(path: string): boolean {
  return RESERVED.test(path)
}

const PATHS: Record<string, ((doc: { slug: string }) => string) | undefined> = {
  posts: postPath,
  services: servicePath,
  categories: categoryPath,
  authors: authorPath,
}

const RESERVED = /^\/(?:admin|api|authors|blog|enquiry|fonts|healthz|media|preview|readyz|search|services|_[^/]*)(?:\/|$)/
