import type { TypeWithID } from 'payload'
import type { Lines } from './Lines.ts'
import type { Remembered } from './memory.ts'
import type { PictureFile } from './readPicture.ts'

/** What is done with one document of an article. */
export interface Step {
  collection: 'authors' | 'categories' | 'comparison-tables' | 'media' | 'posts' | 'takeaway-cards'
  /** What reports call it. */
  title: string
  /** The parts of the article that it is: others refer to it by these. */
  sources: object[]
  action: Action
  /** The document as last saved, as draft or published; undefined: there is none yet. */
  existing: Existing | undefined
  remembered: Remembered | null
  /** What the file asks for. */
  data: (ids: Ids) => Record<string, unknown>
  picture?: PictureFile
  lines: Lines
}

export interface Existing extends TypeWithID {
  id: string
  title?: string
  slug?: string | null
  _status?: 'draft' | 'published' | null
  /** A save of it was cut short. */
  isHalfSaved?: boolean
}

/**
 * `kept`: the file has not changed since the last import, and somebody has changed the document in the admin.
 */
export type Action = 'create' | 'update' | 'publish' | 'unchanged' | 'kept'

/** The ids of documents by the part of the article that they are. */
export type Ids = Map<object, string>

export interface Plan {
  slug: string
  steps: Step[]
  /** The ids of what is there already, and stand-ins for those of what is still to be made. */
  ids: Ids
  /** What the person who imports should know, and nothing is wrong with. */
  notes: string[]
}
