import type { TypeWithID } from 'payload'
import type { Remembered } from './memory.ts'
import type { PictureFile } from './readPicture.ts'
import type { SourceMap } from './SourceMap.ts'

/** The plan for one document of an article. */
export interface Step {
  collection: 'authors' | 'categories' | 'comparison-tables' | 'media' | 'posts' | 'takeaway-cards'
  /** The name for reports. */
  title: string
  /** The parts of the article that this document comes from. Other parts refer to it by them. */
  sources: object[]
  action: Action
  /** The latest save of the document, draft or published; undefined if there is none yet. */
  existing: Existing | undefined
  remembered: Remembered | null
  /** Returns the values that the file asks for. */
  data: (ids: Ids) => Record<string, unknown>
  picture?: PictureFile
  lines: SourceMap
}

export interface Existing extends TypeWithID {
  id: string
  title?: string
  slug?: string | null
  updatedAt: string
  _status?: 'draft' | 'published' | null
  /** Whether an earlier save of it was interrupted. */
  isHalfSaved?: boolean
}

/** `kept`: the file has not changed since the last import, and a user has changed the document in the admin. */
export type Action = 'create' | 'update' | 'publish' | 'unchanged' | 'kept'

/** The ids of documents, by the part of the article that they come from. */
export type Ids = Map<object, string>

export interface Plan {
  slug: string
  steps: Step[]
  /** The ids of existing documents, and placeholders for those of documents to be created. */
  ids: Ids
  /** Notes for the user that are not problems. */
  notes: string[]
}
