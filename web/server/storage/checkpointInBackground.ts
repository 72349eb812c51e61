import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

/**
 * Copies the log of a database into its file from a thread of its own, every second. SQLite would do so within a
 * commit, where it takes 27 to 57 ms after a change of many rows.
 *
 * @returns a function that ends the thread; undefined for a database in memory, which has no log
 */
export function checkpointInBackground(database: DatabaseSync): (() => void) | undefined {
  const file = database.location()
  if (file === null)
    return undefined
  database.exec('PRAGMA wal_autocheckpoint = 0')
  const worker = new Worker(CHECKPOINT, { eval: true, execArgv: [], workerData: file })
  worker.once('error', ({ message }) => {
    console.error(
      `${file} gets its log within commits until the next start, so readers may notice short pauses: ${message}`,
    )
    if (database.isOpen)
      database.exec(`PRAGMA wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`)
  })
  worker.unref()
  return () => void worker.terminate()
}

/** SQLite's own default. */
const AUTOCHECKPOINT_PAGES = 1000

/**
 * The source is text, since each bundler treats worker files differently. A passive checkpoint does not block writers.
 */
const CHECKPOINT = `
const { DatabaseSync } = require('node:sqlite')
const { workerData: file } = require('node:worker_threads')
const database = new DatabaseSync(file, { timeout: 5000 })
database.exec('PRAGMA synchronous = NORMAL')
setInterval(() => database.exec('PRAGMA wal_checkpoint(PASSIVE)'), 1000)
`
