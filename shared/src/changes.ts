/** A change that readers can see. */
export interface Change {
  number: number
  /**
   * `gone`: the document was unpublished, deleted or trashed. No page that used it may be shown again, not even as a
   * stale copy.
   */
  kind: 'changed' | 'gone'
  tags: string[]
  /**
   * The changed top-level fields of the document or global. Left out if any may have changed: it was published or
   * removed, another change overlapped, or an earlier version wrote the entry.
   */
  fields?: string[]
}

/**
 * How far a follower has read the change feed. Every database counts from 1, so the entry distinguishes equal numbers.
 */
export interface Position {
  number: number
  /** Left out before the first change. */
  entry?: string
}

/** The CMS's response to a follower of its changes. */
export interface Changes {
  /** The last sequence number. */
  last: number
  /** The id of the last of these changes, or of the last entry of all if there are no changes. */
  entry?: string
  /** The changes after the requested number, in order. */
  changes: Change[]
  /**
   * The follower cannot catch up: its position was trimmed, or belongs to another database. Everything may have
   * changed.
   */
  reset?: true
}

/** Returns a follower's position after a response. */
export function positionAfter({ last, entry, changes }: Changes): Position {
  return { number: changes.at(-1)?.number ?? last, entry }
}

/** The parameters of a follower's request. */
export interface ChangesRequest {
  /** The number up to which it has followed; left out on its first request. */
  after?: number
  /**
   * The id of the entry with that number. If the feed has another one, the response tells the follower to start over.
   */
  entry?: string
  /** Seconds to wait for a change. */
  wait?: number
  /** The name of the site instance. */
  web?: string
  /** The cached pages that the last changes affected there, in the form of `formatTouched`. */
  touched?: string
}

/** Returns the path of the change feed, relative to the API of the CMS. */
export function changesQuery(request: ChangesRequest): string {
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  return `changes?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
