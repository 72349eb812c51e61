import type { Option } from 'payload'

/** Why a version exists, by its stored value. */
export const SAVED_AS = ['created', 'edited', 'kept', 'published', 'unpublished', 'restored', 'imported'] as const

export type SavedAs = typeof SAVED_AS[number]

export const SAVED_AS_OPTIONS: Option[] = SAVED_AS.map(value => ({
  value,
  label: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`,
}))
