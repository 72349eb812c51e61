/** A change that readers can see. */
export interface Change {
  number: number
  /** What is gone was unpublished, deleted or trashed: nothing that used it may be shown again, not even as a stand-in. */
  kind: 'changed' | 'gone'
  tags: string[]
  /**
   * The top-level fields of the document or global that differ. Left out where all may: it was published or removed,
   * another change overlapped, or an earlier version wrote the entry.
   */
  fields?: string[]
}

/** How far somebody has followed. Every database counts from 1: which entry has the number tells them apart. */
export interface Position {
  number: number
  /** Left out before the first change. */
  entry?: string
}

/** What the CMS answers to a follower of its changes. */
export interface Changes {
  /** The last number that there is. */
  last: number
  /** Which entry is the last of these changes; where there are none, of all. */
  entry?: string
  /** Those after the number that was asked for, in their order. */
  changes: Change[]
  /** The follower cannot catch up: what it asks for was trimmed, or is of another database. Everything may have changed. */
  reset?: true
}

/** Where a follower is who has heard an answer. */
export function positionAfter({ last, entry, changes }: Changes): Position {
  return { number: changes.at(-1)?.number ?? last, entry }
}

/** What a follower asks. */
export interface ChangesRequest {
  /** The number that it has followed to; left out where it begins. */
  after?: number
  /** Which entry that was: of another one, it is told to begin anew. */
  entry?: string
  /** Seconds that it waits for something new. */
  wait?: number
  /** The name of the web that asks. */
  web?: string
  /** The cached pages that the last changes touched there, as `formatTouched` writes it. */
  touched?: string
}

/** Where a follower asks, relative to the API of the CMS. */
export function changesQuery(request: ChangesRequest): string {
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  return `changes?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
