import type { Basics } from '../harness/content.ts'
import type { Session } from '../harness/Session.ts'

/** Where an operation is tried. */
export interface Stage {
  basics: Basics
  collection: string
  /** The field that the operations change. */
  field: string
  editor: Session
  visitor: Session
  /** Sent with each request: documents in the trash are only found by requests that say so. */
  trash: boolean
}
