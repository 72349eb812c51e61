import { randomBytes } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { SQLITE_FILE } from './SQLITE_FILE.ts'

/**
 * Returns the address of a new database without documents. On SQLite it is a file in `folder` that has all migrations
 * already: each start of a CMS and each import would spend a second of a core on them.
 */
export async function freshDatabase(folder: string): Promise<string> {
  const mongodb = inject('mongodb')
  if (mongodb !== null)
    return mongodb.replace('NAME', `test-${randomBytes(6).toString('hex')}`)
  await cp(inject('migrated')!, folder, { recursive: true })
  return `file:${join(folder, SQLITE_FILE)}`
}
