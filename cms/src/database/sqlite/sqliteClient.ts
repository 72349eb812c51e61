import type { Client, InArgs, InStatement, Transaction } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { LOCK_TIMEOUT_MS, WriteLock } from './WriteLock.ts'

/**
 * Returns a SQLite client on which any number of requests may write at once: they take turns.
 *
 * The stock client opens another connection while a transaction is open, loses its pragmas with it, and fails every
 * write on one connection while the other holds the lock. Waiting in SQLite itself (`busy_timeout`) would stop the very
 * event loop that has to finish the other transaction. So all writes share one connection and queue for it in
 * JavaScript. Reads have their own connection and, with WAL, never wait. A write also waits for other processes in
 * JavaScript, so that reads go on meanwhile.
 *
 * @see https://github.com/tursodatabase/libsql-client-ts/blob/main/packages/libsql-client/src/sqlite3.ts
 */
export function createSqliteClient(path: string): Client {
  const writer = open(path, ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 0'])
  const reader = open(path, ['query_only = ON'])
  const lock = new WriteLock(writer.database)
  const begin = async () => transactionOn(writer, await lock.take())

  return {
    execute: async (statement: InStatement | [string, InArgs?], args?: InArgs) => {
      const normal = Array.isArray(statement)
        ? { sql: statement[0], args: statement[1] ?? [] }
        : typeof statement === 'string'
          ? { sql: statement, args: args ?? [] }
          : statement
      return isRead(normal.sql)
        ? reader.client.execute(normal)
        : whole(await begin(), async transaction => transaction.execute(normal))
    },
    batch: async (statements: InStatement[]) =>
      whole(await begin(), async transaction => transaction.batch(statements)),
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
  /** For rollbacks after a failure: a statement that the client prepared stays open until garbage collection. */
  database: Database.Database
  client: Client
}

function open(path: string, pragmas: string[]): Connection {
  const database = new Database(path)
  for (const pragma of [`busy_timeout = ${LOCK_TIMEOUT_MS}`, ...pragmas])
    database.exec(`PRAGMA ${pragma}`)
  rememberReads(database)
  return { database, client: new Sqlite3Client(path, {}, database, 'number') }
}

/**
 * Caches compiled statements. Payload repeats the same queries, which are so long that SQLite takes longer to compile
 * than to run them. A compiled statement serves one read at a time, which suffices: the client reads each result in one
 * go.
 */
function rememberReads(database: Database.Database): void {
  const compiled = new Map<string, Database.Statement>()
  const prepare = database.prepare.bind(database)
  const compile = (sql: string) => {
    const statement = prepare(sql)
    const columns = statement.columns()
    statement.columns = () => columns
    if (compiled.size === MAX_STATEMENTS)
      compiled.clear()
    compiled.set(sql, statement)
    return statement
  }
  database.prepare
    = ((sql: string) => isSelect(sql) ? compiled.get(sql) ?? compile(sql) : prepare(sql)) as typeof database.prepare
}

/**
 * The most compiled statements. There are some dozens of queries, each with as many variants as it has numbers of ids.
 */
const MAX_STATEMENTS = 500

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

/**
 * Returns the open transaction on the one writing connection. The first commit, rollback or close ends it and lets the
 * next write begin.
 */
function transactionOn({ database, client }: Connection, release: () => void): Transaction {
  let closed = false
  const end = (statement: 'COMMIT' | 'ROLLBACK') => {
    if (closed)
      return
    closed = true
    try {
      database.exec(statement)
    }
    finally {
      // Rolls back what could not be committed, unless SQLite has rolled it back by itself.
      if (database.inTransaction)
        database.exec('ROLLBACK')
      release()
    }
  }
  const execute = async (statement: InStatement) => {
    // The next transaction may already be open on the same connection.
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

function isRead(sql: string): boolean {
  return isSelect(sql) || /^\s*(?:explain|pragma\s+\w+;?\s*$)/i.test(sql)
}

function isSelect(sql: string): boolean {
  return /^\s*select\b/i.test(sql)
}
