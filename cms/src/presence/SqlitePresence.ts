import type { StatementSync } from 'node:sqlite'
import type { FormReport, OpenForm, TakeOver } from './OpenForm.ts'
import type { PresenceStore } from './PresenceStore.ts'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FORGOTTEN_AFTER_MS } from './PresenceStore.ts'

/**
 * Stores the open forms in a small SQLite file of its own, so that presence never waits in the queue of the main
 * database’s writer. If the file is broken or deleted, the store makes a new one.
 */
export class SqlitePresence implements PresenceStore {
  readonly #path: string
  #opened: Opened | undefined

  constructor(path: string) {
    this.#path = path
  }

  async record(reports: FormReport[]) {
    if (reports.length === 0)
      return
    this.#use(({ database, statements: { forget, record } }) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { tab, document, user, name, section, isAway, seenAt } of reports)
          record.run(tab, document, user, name, jsonOf(section), Number(isAway), seenAt, seenAt)
        forget.run(Date.now() - FORGOTTEN_AFTER_MS)
        database.exec('COMMIT')
      }
      finally {
        if (database.isTransaction)
          database.exec('ROLLBACK')
      }
    })
  }

  async findSeenAfter(time: number) {
    return this.#use(({ statements }) => statements.find.all(time)).map(row => openForm(row as unknown as Row))
  }

  async takeOver(document: string, from: string, by: TakeOver) {
    this.#use(({ statements: { mark } }) => {
      mark.run(JSON.stringify(by), from, document)
      mark.run(null, by.tab, document)
    })
  }

  async remove(tab: string) {
    this.#use(({ statements }) => statements.remove.run(tab))
  }

  async close() {
    this.#opened?.database.close()
    this.#opened = undefined
  }

  /** Runs statements; once more on a new file if the present one is broken. */
  #use<Result>(run: (opened: Opened) => Result): Result {
    try {
      return run(this.#current())
    }
    catch (error) {
      if (!isBroken(error))
        throw error
      this.#opened?.database.close()
      this.#opened = undefined
      for (const ending of ['', '-wal', '-shm'])
        rmSync(this.#path + ending, { force: true })
      return run(this.#current())
    }
  }

  /** Returns the open file; opens it again if it was deleted, or replaced by another process. */
  #current(): Opened {
    if (this.#opened && this.#opened.file === fileAt(this.#path))
      return this.#opened
    this.#opened?.database.close()
    this.#opened = undefined
    return this.#opened = open(this.#path)
  }
}

interface Opened {
  database: DatabaseSync
  /** The inode of the file. */
  file: number | undefined
  statements: Record<'find' | 'forget' | 'mark' | 'record' | 'remove', StatementSync>
}

function open(path: string): Opened {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.exec(TABLES)
    return {
      database,
      file: fileAt(path),
      statements: {
        find: database.prepare('SELECT * FROM forms WHERE seen_at > ?'),
        forget: database.prepare('DELETE FROM forms WHERE seen_at < ?'),
        mark: database.prepare('UPDATE forms SET taken_over = ? WHERE tab = ? AND document = ?'),
        record: database.prepare(`
          INSERT INTO forms (tab, document, user, name, section, is_away, since, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (tab) DO UPDATE SET document = excluded.document, name = excluded.name,
            section = excluded.section, is_away = excluded.is_away, seen_at = excluded.seen_at
        `),
        remove: database.prepare('DELETE FROM forms WHERE tab = ?'),
      },
    }
  }
  catch (error) {
    database.close()
    throw error
  }
}

/** Milliseconds. A wait stops the event loop, and no other process holds the lock for longer than a moment. */
const BUSY_TIMEOUT_MS = 100

/** Nothing in the file has to survive a crash of the machine, so no write waits for the disk. */
const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS forms (
    tab TEXT PRIMARY KEY, document TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, section TEXT,
    is_away INTEGER NOT NULL, since INTEGER NOT NULL, seen_at INTEGER NOT NULL, taken_over TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS forms_seen_at ON forms (seen_at);
`

function fileAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function jsonOf(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null
}

/** Whether an error says that the file is damaged, is no database, or has other tables. */
function isBroken(error: unknown): boolean {
  const { errcode } = error as { errcode?: number }
  return errcode !== undefined && [SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_NOTADB].includes(errcode & 0xFF)
}

const SQLITE_ERROR = 1
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

interface Row {
  tab: string
  document: string
  user: string
  name: string
  section: string | null
  is_away: number
  since: number
  seen_at: number
  taken_over: string | null
}

function openForm({ is_away, seen_at, section, taken_over, ...row }: Row): OpenForm {
  return {
    ...row,
    isAway: is_away === 1,
    seenAt: seen_at,
    ...(section !== null && { section: JSON.parse(section) as OpenForm['section'] }),
    ...(taken_over !== null && { takenOver: JSON.parse(taken_over) as TakeOver }),
  }
}
