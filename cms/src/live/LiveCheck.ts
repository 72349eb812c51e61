/** What the admin is told of the last change of a document. Shared with its components, so without any import. */
export interface LiveCheck {
  /** The number of that change; 0 where there was none. */
  number: number
  kind: 'changed' | 'gone'
  /** The public address of the document's own page; left out where it has none now. */
  url?: string
  /** How many pages of the site show the document; of many, no more than are looked up. */
  total: number
  /** Those that were read, as an anonymous visitor gets them. Empty where no page of the site shows the change. */
  pages: PageCheck[]
  /** Whether the public address was looked at, or the one from inside because that could not be reached. */
  through: 'inside' | 'site'
  /** How many webs have followed to the change, of those that there are. */
  webs: { live: number, total: number }
}

export interface PageCheck {
  path: string
  /** Milliseconds from the beginning of the change until the page was seen; undefined when it was not. */
  took?: number
  /** Why it was not, in words that go on after “Not live yet: ”. */
  problem?: string
}
