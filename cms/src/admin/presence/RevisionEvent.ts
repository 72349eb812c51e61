interface Revision {
  /** The collection of the document; undefined for a global. */
  collection?: string
  global?: string
  /** Undefined for a global. */
  id?: number | string
  /** The `updatedAt` of its latest version. */
  revision: string
  /** The name of the user who saved it, if it is known. */
  by?: string
}

/** Dispatched on `window` when a document that is open here has been saved, by whomever and whatever. */
export class RevisionEvent extends Event implements Revision {
  static readonly type = 'masthead:revision'
  readonly collection?: string
  readonly global?: string
  readonly id?: number | string
  readonly revision: string
  readonly by?: string

  constructor({ collection, global, id, revision, by }: Revision) {
    super(RevisionEvent.type)
    this.collection = collection
    this.global = global
    this.id = id
    this.revision = revision
    this.by = by
  }
}
