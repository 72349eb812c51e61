import type { NewEntry, SealedEntry } from '../audit/Entry.ts'
import type { DatabaseCopy } from './DatabaseCopy.ts'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AUDIT_LOG_TABLE } from '../audit/AUDIT_LOG_TABLE.ts'
import { syncFile } from './syncFile.ts'

export class SqliteCopy implements DatabaseCopy {
  readonly kind = 'sqlite'
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /**
   * Copies one moment, whatever is written meanwhile: in write-ahead mode, a single read transaction blocks no other
   * user.
   */
  async dump(folder: string) {
    const copy = join(folder, FILE)
    using database = this.#open({ readOnly: true })
    database.prepare('VACUUM INTO ?').run(copy)
    return { counts: countsIn(copy), isOneMoment: true }
  }

  async occupied() {
    return existsSync(this.#path) ? `There is a database at ${this.#path} already` : undefined
  }

  async load(folder: string) {
    const draft = `${this.#path}.restoring`
    await mkdir(dirname(this.#path), { recursive: true })
    await rm(draft, { force: true })
    await copyFile(join(folder, FILE), draft)
    await syncFile(draft)
    await rename(draft, this.#path)
  }

  async appendToAuditLog(entry: NewEntry) {
    using database = this.#open({ readOnly: false })
    if (!hasAuditLog(database))
      return false
    const row = Object.entries({ id: randomUUID(), ...entry }).filter(([, value]) => value != null) as [
      string,
      number | string,
    ][]
    database.prepare(
      `INSERT INTO ${AUDIT_LOG_TABLE} (${row.map(([name]) => columnOf(name)).join(', ')}) VALUES (${row.map(() => '?').join(', ')})`,
    ).run(...row.map(([, value]) => value))
    return true
  }

  async lastSealedEntry() {
    using database = this.#open({ readOnly: true })
    const row = hasAuditLog(database)
      ? database.prepare(`SELECT * FROM ${AUDIT_LOG_TABLE} WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1`).get()
      : undefined
    return row
      && Object.fromEntries(
        Object.entries(row).map(([name, value]) => [fieldOf(name), value]),
      ) as unknown as SealedEntry
  }

  async close() {}

  #open({ readOnly }: { readOnly: boolean }): DatabaseSync {
    if (!existsSync(this.#path))
      throw new Error(`There is no database at ${this.#path}: check DATABASE_URL.`)
    return new DatabaseSync(this.#path, { readOnly, timeout: 5000 })
  }
}

function hasAuditLog(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(AUDIT_LOG_TABLE)
    !== undefined
}

/** Returns the column in which Payload stores a field. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const FILE = 'database.sqlite'

function countsIn(path: string): Record<string, number> {
  using database = new DatabaseSync(path, { readOnly: true })
  const tables = database.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  ).all()
  return Object.fromEntries(
    tables.map((
      { name },
    ) => [String(name), Number(database.prepare(`SELECT count(*) AS number FROM "${String(name)}"`).get()!.number)]),
  )
}
