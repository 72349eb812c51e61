import type { NewEntry, SealedEntry } from '../audit/Entry.ts'

/** How one kind of database is written to files, and back. */
export interface DatabaseCopy {
  kind: 'mongodb' | 'sqlite'
  /** Writes everything into a folder; how many of what. */
  dump: (folder: string) => Promise<{ counts: Record<string, number>, isOneMoment: boolean }>
  /** Why nothing may be restored here; undefined where all is empty. */
  occupied: () => Promise<string | undefined>
  /** Takes everything from a folder, or nothing. */
  load: (folder: string) => Promise<void>
  /**
   * Appends an entry to the audit log, past the CMS, which would bring the database up to date first; false where an
   * earlier version left none to append to.
   */
  appendToAuditLog: (entry: NewEntry) => Promise<boolean>
  lastSealedEntry: () => Promise<SealedEntry | undefined>
  close: () => Promise<void>
}
