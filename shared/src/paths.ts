/** The only place that knows an address: documents to the paths of their public pages, relative to the site. */

export const HOME = '/'

/** The list of articles; its first page has no number. */
export function blogPath(page = 1): string {
  return page === 1 ? '/blog' : `/blog/page/${page}`
}

export function postPath({ slug }: { slug: string }): string {
  return `/blog/${encodeURIComponent(slug)}`
}

/** A picture, in one of its sizes: its address changes with its bytes. */
export function mediaPath({ hash, filename }: { hash: string, filename: string }): string {
  return `/media/${hash}/${encodeURIComponent(filename)}`
}

/** The page of a document, or undefined where documents of the collection have none. */
export function pathOf(collection: string, doc: { slug?: string | null }): string | undefined {
  return collection === 'posts' && doc.slug ? postPath({ slug: doc.slug }) : undefined
}
