import type { Field } from 'payload'
import type { SavedAs } from './SAVED_AS.ts'
import { onlyStaff, systemManaged } from '../../access.ts'
import { MAX_NAME_LENGTH } from './MAX_NAME_LENGTH.ts'
import { SAVED_AS_OPTIONS } from './SAVED_AS.ts'

const access = { read: onlyStaff, create: systemManaged, update: systemManaged }

const admin = { disabled: true, disableBulkEdit: true }

/** Fields that describe a version: who saved it, why, and its name. `stampVersion` sets them with each save. */
export const versionFields: Field[] = [
  { name: 'editedBy', type: 'relationship', relationTo: 'users', access, admin },
  { name: 'savedAs', type: 'select', options: SAVED_AS_OPTIONS, access, admin },
  { name: 'versionName', type: 'text', maxLength: MAX_NAME_LENGTH, access, admin },
]

/** The names of the fields, whose changes are no changes of content. */
export const VERSION_FIELD_NAMES = new Set(['editedBy', 'savedAs', 'versionName'])

/** The stored values of the fields. */
export interface VersionMarks {
  /** Absent if no user saved the version: a command did, or the user was deleted since. */
  editedBy?: unknown
  /** Absent in versions that are older than the field. */
  savedAs?: SavedAs | null
  versionName?: string | null
}
