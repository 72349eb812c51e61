import type { RowRef } from './RowRef.ts'

/**
 * A user's changes to a document, by the paths of `flatten`. Their new values are in the data of the same request. Each
 * change names the value that it replaces, so that the CMS finds out whether another user changed the field meanwhile.
 */
export interface DocumentChanges {
  /** The latest revision (`updatedAt`) that the user has seen every field of. */
  revision: string
  /** The fingerprints of the replaced values. */
  values: Record<string, number>
  rows: Record<string, RowChanges>
  /** The fields whose held values are older states of those in this save. */
  held?: string[]
}

/** The changes to a list of rows: rows that were added, moved or removed. */
export interface RowChanges {
  base: RowRef[]
  /** The fingerprints of removed rows, with everything in them. */
  removed: Record<string, number>
}

/** The key of the changes in the body of a save. */
export const CHANGES_KEY = '_changes'
