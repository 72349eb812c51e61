import type { Position } from '@masthead/shared/changes'
import type { DatabaseSync } from 'node:sqlite'
import { checkpointInBackground } from '../storage/checkpointInBackground'
import { openDatabase } from '../storage/openDatabase'

/** A redirect from a path; undefined `to` if what was there is gone for good. */
export interface Rule {
  from: string
  status: number
  to: string | undefined
}

/**
 * The redirects and the paths of pages that this site instance knows, in a file: 200,000 of them take no memory, and
 * they are there after a restart while the CMS is away.
 *
 * @throws the error of the database
 */
export class AddressBook {
  readonly #database: DatabaseSync
  readonly #statements: ReturnType<typeof prepare>

  /** @param file its path, or `:memory:` */
  constructor(file: string) {
    this.#database = openDatabase(file, TABLES)
    this.#statements = prepare(this.#database)
  }

  /** The position of the feed that the book corresponds to; undefined if the book is incomplete. */
  get position(): Position | undefined {
    const row = this.#statements.position.get() as { position: string } | undefined
    return row && JSON.parse(row.position) as Position
  }

  set position(position: Position | undefined) {
    if (position)
      this.#statements.setPosition.run(JSON.stringify(position))
    else
      this.#statements.clearPosition.run()
  }

  ruleFrom(path: string): Rule | undefined {
    const row = this.#statements.rule.get(path) as { status: number, target: string | null } | undefined
    return row && { from: path, status: row.status, to: row.target ?? undefined }
  }

  hasPage(path: string): boolean {
    return this.#statements.page.get(path) !== undefined
  }

  /** Stores entries in one transaction. */
  write({ rules = [], pages = [], nothingAt = [] }: Entries, edition: number): void {
    this.#inOneStep(() => {
      for (const path of nothingAt) {
        this.#statements.removeRule.run(path)
        this.#statements.removePage.run(path)
      }
      for (const { from, status, to } of rules)
        this.#statements.putRule.run(from, status, to ?? null, edition)
      for (const path of pages)
        this.#statements.putPage.run(path, edition)
    })
  }

  /**
   * Returns the number for a complete new edition. `endEdition` deletes the entries that were not written again for it.
   */
  nextEdition(): number {
    return Number((this.#statements.edition.get() as { last: number | null }).last ?? 0) + 1
  }

  endEdition(edition: number): void {
    this.#inOneStep(() => {
      this.#statements.removeOldRules.run(edition)
      this.#statements.removeOldPages.run(edition)
    })
  }

  /** From now on, a thread copies the log of the database, so that no commit takes the time. */
  checkpointInBackground(): void {
    checkpointInBackground(this.#database)
  }

  close(): void {
    this.#database.close()
  }

  #inOneStep(work: () => void): void {
    this.#database.exec('BEGIN')
    try {
      work()
      this.#database.exec('COMMIT')
    }
    catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }
}

export interface Entries {
  rules?: Rule[]
  pages?: string[]
  /** Paths that have neither, unless these entries say so. */
  nothingAt?: string[]
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS rules (source TEXT PRIMARY KEY, status INTEGER NOT NULL, target TEXT, edition INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, edition INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS followed (id INTEGER PRIMARY KEY CHECK (id = 1), position TEXT NOT NULL);
`

function prepare(database: DatabaseSync) {
  return {
    position: database.prepare('SELECT position FROM followed'),
    setPosition: database.prepare('INSERT OR REPLACE INTO followed VALUES (1, ?)'),
    clearPosition: database.prepare('DELETE FROM followed'),
    rule: database.prepare('SELECT status, target FROM rules WHERE source = ?'),
    putRule: database.prepare('INSERT OR REPLACE INTO rules VALUES (?, ?, ?, ?)'),
    removeRule: database.prepare('DELETE FROM rules WHERE source = ?'),
    removeOldRules: database.prepare('DELETE FROM rules WHERE edition < ?'),
    page: database.prepare('SELECT 1 FROM pages WHERE path = ?'),
    putPage: database.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?)'),
    removePage: database.prepare('DELETE FROM pages WHERE path = ?'),
    removeOldPages: database.prepare('DELETE FROM pages WHERE edition < ?'),
    edition: database.prepare(
      'SELECT max(edition) AS last FROM (SELECT max(edition) AS edition FROM rules UNION ALL SELECT max(edition) FROM pages)',
    ),
  }
}
