import type { Client, InArgs, InStatement, Transaction, TransactionMode } from '@libsql/client'
import { createClient } from '@libsql/client'

/**
 * A SQLite client on which any number of requests may write at once: they take turns.
 *
 * The stock client opens a further connection while a transaction is under way, loses its pragmas with it, and fails
 * what is written on the one while the other holds the lock; waiting in SQLite itself (`busy_timeout`) would stop the
 * very event loop that is to finish the other transaction. So here all writes share one connection and queue for it
 * in JavaScript; reads have their own connection and, with WAL, never wait. `busy_timeout` remains for other processes.
 *
 * @see https://github.com/tursodatabase/libsql-client-ts/blob/main/packages/libsql-client/src/sqlite3.ts
 */
export function createSqliteClient(url: string): Client {
  const writer = open(url, ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
  const reader = open(url, ['query_only = ON'])
  const turns = new Turns()

  return {
    execute: async (statement: InStatement | [string, InArgs?], args?: InArgs) => {
      const normal = Array.isArray(statement)
        ? { sql: statement[0], args: statement[1] ?? [] }
        : typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      return isRead(normal.sql)
        ? (await reader).execute(normal)
        : turns.run(async () => (await writer).execute(normal))
    },
    batch: async (statements, mode) => turns.run(async () => (await writer).batch(statements, mode)),
    migrate: async statements => turns.run(async () => (await writer).migrate(statements)),
    executeMultiple: async sql => turns.run(async () => (await writer).executeMultiple(sql)),
    transaction: async (mode: TransactionMode = 'write') => begin(await writer, await turns.take(), mode),
    sync: async () => (await writer).sync(),
    close() {
      void writer.then(client => client.close())
      void reader.then(client => client.close())
    },
    closed: false,
    protocol: 'file',
  } satisfies Partial<Client> as Client
}

async function open(url: string, pragmas: string[]): Promise<Client> {
  const client = createClient({ url })
  for (const pragma of ['busy_timeout = 5000', ...pragmas])
    await client.execute(`PRAGMA ${pragma}`)
  return client
}

/** A transaction on the one writing connection; it ends, and gives its turn on, with the first commit, rollback or close. */
async function begin(connection: Client, release: () => void, mode: TransactionMode): Promise<Transaction> {
  let closed = false
  const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
    if (closed)
      return
    try {
      await connection.execute(statement)
      closed = true
    }
    catch (error) {
      // Payload swallows it.
      console.error(`The database did not take ${statement}: ${(error as Error).message}`)
      throw error
    }
    finally {
      if (statement === 'ROLLBACK')
        closed = true
      if (closed)
        release()
    }
  }
  try {
    await connection.execute(mode === 'read' ? 'BEGIN DEFERRED' : 'BEGIN IMMEDIATE')
  }
  catch (error) {
    release()
    throw error
  }
  return {
    execute: async (statement: InStatement) => connection.execute(statement),
    batch: async (statements: InStatement[]) => {
      const results = []
      for (const statement of statements)
        results.push(await connection.execute(statement))
      return results
    },
    executeMultiple: async (sql: string) => connection.executeMultiple(sql),
    commit: async () => end('COMMIT'),
    rollback: async () => end('ROLLBACK'),
    close: () => void end('ROLLBACK'),
    get closed() {
      return closed
    },
  } as Transaction
}

function isRead(sql: string): boolean {
  return /^\s*(?:select|explain|pragma\s+\w+;?\s*$)/i.test(sql)
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
      waited.reject(new Error('The database was busy with another change for 10 s. Try again.'))
    }, 10_000)
    await Promise.race([before, waited.promise])
    clearTimeout(timer)
    return resolve
  }

  async run<T>(write: () => Promise<T>): Promise<T> {
    const release = await this.take()
    try {
      return await write()
    }
    finally {
      release()
    }
  }
}
