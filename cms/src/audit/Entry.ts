import type { AuditLog } from '@masthead/shared/payload-types'

/** An entry of the audit log in the database. SQLite gives null for what an entry does not say. */
export type Entry = AuditLog

/** An entry before it is sealed. */
export type NewEntry = Omit<Entry, 'id' | 'number' | 'previous' | 'seal'>

/** An entry with its place in the chain. */
export type SealedEntry = Entry & { number: number, previous: string, seal: string }
