import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from './failure.ts'

/**
 * Claims a folder for this process until it ends. SQLite's lock belongs to the process: even kill -9 leaves none
 * behind.
 * @throws {Failure} with `refusal` if another process has the folder
 */
export function lock(folder: string, refusal: string): void {
  if (held.has(folder))
    return
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  }
  catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY)
      throw new Failure(refusal)
    throw error
  }
  held.set(folder, database)
}

const SQLITE_BUSY = 5

// Garbage collection of a lock would release it.
const held = new Map<string, DatabaseSync>()
