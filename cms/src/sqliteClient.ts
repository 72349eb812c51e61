import type { Client, InArgs, InStatement, Transaction } from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { Unsaved } from './Unsaved.ts'

/**
 * A SQLite client on which any number of requests may write at once: they take turns.
 *
 * The stock client opens a further connection while a transaction is under way, loses its pragmas with it, and fails
 * what is written on the one while the other holds the lock; waiting in SQLite itself (`busy_timeout`) would stop the
 * very event loop that is to finish the other transaction. So here all writes share one connection and queue for it
 * in JavaScript; reads have their own connection and, with WAL, never wait. For another process, too, a write waits in
 * JavaScript, so that reads go on meanwhile.
 *
 * @see https://github.com/tursodatabase/libsql-client-ts/blob/main/packages/libsql-client/src/sqlite3.ts
 */
export function createSqliteClient(path: string): Client {
  const writer = open(path, ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 0'])
  const reader = open(path, ['query_only = ON'])
  const turns = new Turns()
  const begin = async () => beginTransaction(writer, await turns.take())

  return {
    execute: async (statement: InStatement | [string, InArgs?], args?: InArgs) => {
      const normal = Array.isArray(statement)
        ? { sql: statement[0], args: statement[1] ?? [] }
        : typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      return isRead(normal.sql) ? reader.client.execute(normal) : whole(await begin(), async transaction => transaction.execute(normal))
    },
    batch: async (statements: InStatement[]) => whole(await begin(), async transaction => transaction.batch(statements)),
    executeMultiple: async sql => whole(await begin(), async transaction => transaction.executeMultiple(sql)),
    transaction: begin,
    close() {
      writer.client.close()
      reader.client.close()
    },
    closed: false,
    protocol: 'file',
  } satisfies Partial<Client> as Client
}

interface Connection {
  /** For what is to be undone when it fails: a statement that the client prepared stays under way until it is collected as garbage. */
  database: Database.Database
  client: Client
}

function open(path: string, pragmas: string[]): Connection {
  const database = new Database(path)
  for (const pragma of [`busy_timeout = ${PATIENCE}`, ...pragmas])
    database.exec(`PRAGMA ${pragma}`)
  rememberReads(database)
  return { database, client: new Sqlite3Client(path, {}, database, 'number') }
}

/**
 * Payload asks in the same words again and again, of a length that takes SQLite longer to compile than to answer: what
 * is compiled is kept. It is of use to one at a time only, and is: the client reads all of an answer in one go.
 */
function rememberReads(database: Database.Database): void {
  const compiled = new Map<string, Database.Statement>()
  const prepare = database.prepare.bind(database)
  const compile = (sql: string) => {
    const statement = prepare(sql)
    const columns = statement.columns()
    statement.columns = () => columns
    if (compiled.size === MOST_COMPILED)
      compiled.clear()
    compiled.set(sql, statement)
    return statement
  }
  database.prepare = ((sql: string) => isSelect(sql) ? compiled.get(sql) ?? compile(sql) : prepare(sql)) as typeof database.prepare
}

/** There are some dozens, in as many forms as there are numbers of ids in them. */
const MOST_COMPILED = 500

/** Milliseconds for which another process may keep the database to itself before a write fails. */
const PATIENCE = 5000

async function whole<T>(transaction: Transaction, write: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    const result = await write(transaction)
    await transaction.commit()
    return result
  }
  finally {
    transaction.close()
  }
}

/** A transaction on the one writing connection; it ends, and gives its turn on, with the first commit, rollback or close. */
async function beginTransaction({ database, client }: Connection, release: () => void): Promise<Transaction> {
  try {
    await lock(database)
  }
  catch (error) {
    release()
    throw error
  }
  let closed = false
  const end = (statement: 'COMMIT' | 'ROLLBACK') => {
    if (closed)
      return
    closed = true
    try {
      database.exec(statement)
    }
    finally {
      // What could not be committed; what SQLite has taken back by itself is no transaction any more.
      if (database.inTransaction)
        database.exec('ROLLBACK')
      release()
    }
  }
  const execute = async (statement: InStatement) => {
    // On the same connection the next one may be under way by now.
    if (closed)
      throw new Error('The transaction of this statement has ended.')
    return client.execute(statement)
  }
  return {
    execute,
    batch: async (statements: InStatement[]) => {
      const results = []
      for (const statement of statements)
        results.push(await execute(statement))
      return results
    },
    executeMultiple: async (sql: string) => void database.exec(sql),
    commit: async () => end('COMMIT'),
    rollback: async () => end('ROLLBACK'),
    close: () => end('ROLLBACK'),
    get closed() {
      return closed
    },
  } as Transaction
}

/** Takes the lock that other processes write under. Whoever has it meets no other lock until the commit, nor at it. */
async function lock(database: Database.Database): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await sleep(5)) {
    try {
      database.exec('BEGIN IMMEDIATE')
      return
    }
    catch (error) {
      if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')))
        throw error
      if (Date.now() > end)
        throw new Unsaved(`Another program, such as an import, has kept the database busy for ${PATIENCE / 1000} s. Try again in a moment.`, error)
    }
  }
}

function isRead(sql: string): boolean {
  return isSelect(sql) || /^\s*(?:explain|pragma\s+\w+;?\s*$)/i.test(sql)
}

function isSelect(sql: string): boolean {
  return /^\s*select\b/i.test(sql)
}

/** Gives one holder after another its turn, in the order they asked. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  /** @throws when nobody has given their turn on for 10 s: a write outside the transaction that it waits for would wait for ever. */
  async take(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = before.then(() => promise)
    const waited = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      resolve()
      waited.reject(new Unsaved('The database was busy with another change for 10 s. Try again in a moment.'))
    }, 10_000)
    await Promise.race([before, waited.promise])
    clearTimeout(timer)
    return resolve
  }
}
