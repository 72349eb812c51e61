import type { BaseDatabaseAdapter } from 'payload'

/** Either of the two databases: they differ in what a session is. */
export type Database = Omit<BaseDatabaseAdapter, 'sessions'>
