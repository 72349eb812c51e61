/** The state of a document that its last save made. */
export interface Revision {
  /** When it was saved: the `updatedAt` of the document in its latest version, drafts included. */
  at: string
  /** The name of the user who saved it, if it is known. */
  by?: string
}
