import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it, vi } from 'vitest'
import { checkpointInBackground } from '../../../server/storage/checkpointInBackground'
import { openDatabase } from '../../../server/storage/openDatabase'

const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const TABLE = 'CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT)'
/** More pages than SQLite would have in its log before it copies them by itself. */
const ROWS = 3000
const FILL
  = `INSERT INTO rows (text) WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${ROWS}) SELECT hex(randomblob(1000)) FROM counted`

/** Returns the content of the file without its log. */
function rowsInFile(file: string): number {
  const copy = join(folder, 'copy.db')
  copyFileSync(file, copy)
  const database = new DatabaseSync(copy)
  try {
    return (database.prepare('SELECT count(*) AS rows FROM rows').get() as { rows: number }).rows
  }
  finally {
    database.close()
  }
}

it('copies the log into the file after a commit, not within it', async () => {
  const file = join(folder, 'a.db')
  openDatabase(file, TABLE).close()
  const database = openDatabase(file, TABLE)
  const stop = checkpointInBackground(database)!
  // Before the thread has begun.
  database.exec(FILL)
  expect(rowsInFile(file)).toBe(0)
  await expect.poll(() => rowsInFile(file)).toBe(ROWS)
  database.exec(FILL)
  await expect.poll(() => rowsInFile(file)).toBe(2 * ROWS)
  stop()
  database.close()
})

it('leaves it to SQLite if the thread fails, and says so', async () => {
  const report = vi.spyOn(console, 'error').mockReturnValue()
  const database = openDatabase(join(folder, 'b.db'), TABLE)
  vi.spyOn(database, 'location').mockReturnValue(join(folder, 'no/such/folder.db'))
  const stop = checkpointInBackground(database)!
  await expect.poll(() => report.mock.calls).toEqual([[expect.stringContaining('no/such/folder.db')]])
  expect(database.prepare('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 1000 })
  stop()
  database.close()
  report.mockRestore()
})

it('has nothing to do for a database in memory', () => {
  expect(checkpointInBackground(openDatabase(':memory:', TABLE))).toBeUndefined()
})
