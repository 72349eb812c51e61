import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Opens a database of data that can be made again. It replaces a damaged file by an empty one. If the disk does not
 * take the file, the database is in memory.
 */
export function openDatabase(file: string, schema: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return openOrRemake(file, schema)
  }
  catch (error) {
    console.error(`${file} cannot be used, so its data is in memory only: ${(error as Error).message}`)
    return open(':memory:', schema)
  }
}

function openOrRemake(file: string, schema: string): DatabaseSync {
  try {
    return open(file, schema)
  }
  catch {
    for (const ending of ['', '-shm', '-wal'])
      rmSync(file + ending, { force: true })
    return open(file, schema)
  }
}

function open(file: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(file)
  // A loss of power may undo the last commits: their data is made again.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${schema}`)
  return database
}
