import type { RowRef } from '../../drafts/merge/RowRef.ts'

/** A value that a user typed into one field and that the server has not confirmed. */
export interface Change {
  /** The record that it belongs to. */
  record: string
  /** The field, with the ids of rows in place of their positions: `sections[66f0…].heading`. */
  path: string
  /** The rows around the field. They are stored because their kind must be known even after they are gone. */
  around: RowRef[]
  /** The value of the field in the form; a `RowRef[]` if `isRows`. */
  mine: unknown
  /** The value that the server last had. */
  base: unknown
  /** Whether the field is a list of rows: then both values are `RowRef[]`. */
  isRows: boolean
  /**
   * Fingerprints of the latest values that the form held meanwhile. A save that was under way when the form was lost
   * may have brought any of them to the server, so such a value is no change by another user.
   */
  passed: number[]
}

/** The changes that one form, in one window, had not brought to the server. */
export interface JournalRecord {
  id: string
  person: string
  /** The collection or global, and the document: see `formKey`. */
  form: string
  /** The time of the latest change, in milliseconds since 1970. */
  typedAt: number
}
