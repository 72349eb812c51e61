import type { AuditLog } from '@masthead/shared/payload-types'

/** An entry of the audit log in the database. SQLite gives null for what an entry does not say. */
export type Entry = AuditLog

/** What an entry says from the start; its seal comes later. */
export type NewEntry = Omit<Entry, 'id' | 'number' | 'previous' | 'seal'>

/** An entry with its place in the chain. */
export type SealedEntry = Entry & { number: number, previous: string, seal: string }
