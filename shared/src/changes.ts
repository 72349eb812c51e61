/** A change that readers can see. */
export interface Change {
  number: number
  /** What is gone was unpublished, deleted or trashed: nothing that used it may be shown again, not even as a stand-in. */
  kind: 'changed' | 'gone'
  tags: string[]
}

/** What the CMS answers to a follower of its changes. */
export interface Changes {
  /** The last number that there is. */
  last: number
  /** Those after the number that was asked for, in their order. */
  changes: Change[]
  /** The follower cannot catch up: what it asks for was trimmed, or is of another database. Everything may have changed. */
  reset?: true
}

/** Where a follower asks, relative to the API of the CMS. */
export function changesQuery({ after, wait, web }: { after?: number, wait?: number, /** The name of the web that asks. */ web?: string }): string {
  return `changes?${new URLSearchParams({ ...(after !== undefined && { after: String(after) }), ...(wait !== undefined && { wait: String(wait) }), ...(web && { web }) })}`
}
