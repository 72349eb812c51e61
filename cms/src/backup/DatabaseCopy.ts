import type { NewEntry, SealedEntry } from '../audit/Entry.ts'

/** Writes one kind of database to files, and reads it back. */
export interface DatabaseCopy {
  kind: 'mongodb' | 'sqlite'
  /** Writes everything into a folder. Returns the number of rows or documents by table or collection. */
  dump: (folder: string) => Promise<{ counts: Record<string, number>, isOneMoment: boolean }>
  /** Returns why this database cannot take a backup, or undefined if it is empty. */
  occupied: () => Promise<string | undefined>
  /** Loads everything from a folder, or nothing. */
  load: (folder: string) => Promise<void>
  /**
   * Appends an entry to the audit log without the CMS, which would migrate the database first. Returns false if an
   * earlier version left no audit log.
   */
  appendToAuditLog: (entry: NewEntry) => Promise<boolean>
  lastSealedEntry: () => Promise<SealedEntry | undefined>
  close: () => Promise<void>
}
