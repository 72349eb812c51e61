/**
 * The result of a live check that the admin shows. The file has no imports, because the admin's components share it.
 */
export interface LiveCheck {
  /** The sequence number of the change; 0 if there was none. */
  number: number
  kind: 'changed' | 'gone'
  /** The public address of the document's own page; left out if it has none now. */
  url?: string
  /** How many pages of the site show the document, up to the limit of the lookup. */
  total: number
  /** The pages that were read anonymously. Empty if no page of the site shows the change. */
  pages: PageCheck[]
  /** Whether the check read the public address, or the internal one because the public one could not be reached. */
  through: 'inside' | 'site'
  /** How many site instances have followed to the change, and how many there are. */
  webs: { live: number, total: number }
}

export interface PageCheck {
  path: string
  /** Milliseconds from the beginning of the change until the page showed it; undefined if it did not. */
  took?: number
  /** Why the page did not show it, as the end of a sentence that begins with “Not live yet: ”. */
  problem?: string
}
