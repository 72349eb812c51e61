/** How one kind of database is written to files, and back. */
export interface DatabaseCopy {
  kind: 'mongodb' | 'sqlite'
  /** Writes everything into a folder; how many of what. */
  dump: (folder: string) => Promise<{ counts: Record<string, number>, isOneMoment: boolean }>
  /** Why nothing may be restored here; undefined where all is empty. */
  occupied: () => Promise<string | undefined>
  /** Takes everything from a folder, or nothing. */
  load: (folder: string) => Promise<void>
  close: () => Promise<void>
}
