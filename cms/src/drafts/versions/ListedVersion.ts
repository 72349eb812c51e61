import type { SavedAs } from './SAVED_AS.ts'

/** A version as lists name it: everything but its content. */
export interface ListedVersion {
  id: string
  /** The time of its last save, in ISO form. */
  savedAt: string
  /** Why it exists. Absent if the version is older than the record. */
  reason?: SavedAs
  /** The name of the user who saved it, or of the program that did. */
  savedBy: string
  name?: string
  wasPublished: boolean
  isTrashed: boolean
  /** Whether readers see it now. */
  isPublic: boolean
  /** Whether it is the draft that is edited now. */
  isDraft: boolean
}
