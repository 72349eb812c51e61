import type { DocumentPlace } from '../../presence/documentKey.ts'
import type { Revision } from '../../presence/Revision.ts'

/** Dispatched on `window` when an open document has been saved: in this form, in another, or by a program. */
export class RevisionEvent extends Event {
  static readonly type = 'masthead:revision'
  readonly collection: string | undefined
  readonly global: string | undefined
  /** The document’s id; undefined for a global. */
  readonly id: string | undefined
  /** The `updatedAt` of the document, ISO 8601. */
  readonly revision: string
  /** The name of the user who saved it, if it is known. */
  readonly by: string | undefined

  constructor(place: DocumentPlace, { at, by }: Revision) {
    super(RevisionEvent.type)
    this.collection = 'collection' in place ? place.collection : undefined
    this.global = 'global' in place ? place.global : undefined
    this.id = 'id' in place ? place.id : undefined
    this.revision = at
    this.by = by
  }
}

declare global {
  interface WindowEventMap {
    'masthead:revision': RevisionEvent
  }
}
