import type { DatabaseCopy } from './DatabaseCopy.ts'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { syncFile } from './syncFile.ts'

export class SqliteCopy implements DatabaseCopy {
  readonly kind = 'sqlite'
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** As of one moment, whatever is written meanwhile: it is one read transaction, which in write-ahead mode holds up nobody. */
  async dump(folder: string) {
    if (!existsSync(this.#path))
      throw new Error(`There is no database at ${this.#path}: check DATABASE_URL.`)
    const copy = join(folder, FILE)
    using database = new DatabaseSync(this.#path, { readOnly: true, timeout: 5000 })
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

  async close() {}
}

const FILE = 'database.sqlite'

function countsIn(path: string): Record<string, number> {
  using database = new DatabaseSync(path, { readOnly: true })
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).all()
  return Object.fromEntries(tables.map(({ name }) => [String(name), Number(database.prepare(`SELECT count(*) AS number FROM "${String(name)}"`).get()!.number)]))
}
