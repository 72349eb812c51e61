/** A change that readers can see. */
export interface Change {
  number: number
  /** `gone`: the document was unpublished, deleted or trashed. No page that used it may be shown again, not even as a stale copy. */
  kind: 'changed' | 'gone'
  tags: string[]
  /**
   * The top-level fields of the document or global that differ. Left out where all may: it was published or removed,
   * another change overlapped, or an earlier version wrote the entry.
   */
  fields?: string[]
}

/** How far a follower has come. Every database counts from 1; the entry tells them apart. */
export interface Position {
  number: number
  /** Left out before the first change. */
  entry?: string
}

/** A response of the CMS to a follower. */
export interface Changes {
  /** The last number that there is. */
  last: number
  /** The entry of the last of these changes; if there are none, of all. */
  entry?: string
  /** The changes after the requested number, in their order. */
  changes: Change[]
  /** The follower cannot catch up, since the entries were trimmed or belong to another database. Everything may have changed. */
  reset?: true
}

/** Returns the position of a follower after a response. */
export function positionAfter({ last, entry, changes }: Changes): Position {
  return { number: changes.at(-1)?.number ?? last, entry }
}

/** A request of a follower. */
export interface ChangesRequest {
  /** The last number that it has followed; left out at the start. */
  after?: number
  /** The entry with that number. If the CMS has another one, it responds with `reset`. */
  entry?: string
  /** Seconds that it waits for something new. */
  wait?: number
  /** The name of the site instance. */
  web?: string
  /** The cached pages that the last changes touched there, as `formatTouched` writes it. */
  touched?: string
}

/** Returns the URL of a request for changes, relative to the API of the CMS. */
export function changesQuery(request: ChangesRequest): string {
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  return `changes?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
