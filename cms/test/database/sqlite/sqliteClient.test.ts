import type { Client } from '@libsql/client'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSqliteClient } from '../../../src/database/sqlite/sqliteClient.ts'

let folder: string
let path: string
let client: Client
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'masthead-sqlite-'))
  path = join(folder, 'test.db')
  client = createSqliteClient(path)
  await client.execute('CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT UNIQUE)')
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true })
})

const insert = (words: string) => ({ sql: 'INSERT INTO notes (words) VALUES (?)', args: [words] })

async function words(from = client): Promise<string[]> {
  const { rows } = await from.execute('SELECT words FROM notes ORDER BY id')
  return rows.map(row => String(row.words))
}

describe('a question that was asked before', () => {
  it('is answered with what is there now', async () => {
    const seen: string[] = []
    for (const next of 'abc') {
      expect(await words()).toEqual(seen)
      await client.execute(insert(next))
      seen.push(next)
    }
    expect(await words()).toEqual(seen)
  })

  it('is answered with what its own transaction has written, and others have not yet', async () => {
    expect(await words()).toEqual([])
    const transaction = await client.transaction('write')
    const within = async () => (await transaction.execute('SELECT words FROM notes ORDER BY id')).rows.map(row => row.words)
    expect(await within()).toEqual([])
    await transaction.execute(insert('mine'))
    expect([await within(), await words()]).toEqual([['mine'], []])
    await transaction.commit()
    expect(await words()).toEqual(['mine'])
  })

  it('is answered with other values', async () => {
    await client.batch([insert('a'), insert('b')])
    const find = async (words: string) => (await client.execute({ sql: 'SELECT id FROM notes WHERE words = ?', args: [words] })).rows.map(({ id }) => id)
    expect([await find('a'), await find('b'), await find('c'), await find('a')]).toEqual([[1], [2], [], [1]])
  })

  it('is answered though the tables have changed', async () => {
    await client.execute(insert('a'))
    expect(await words()).toEqual(['a'])
    await client.execute('ALTER TABLE notes ADD COLUMN more TEXT')
    await client.execute('DROP TABLE notes')
    await expect(words()).rejects.toThrow('no such table')
    await client.execute('CREATE TABLE notes (more TEXT, words TEXT, id INTEGER PRIMARY KEY)')
    await client.execute(insert('anew'))
    expect(await words()).toEqual(['anew'])
  })

  it('is answered among more of them than are remembered', async () => {
    await client.execute(insert('a'))
    for (let number = 0; number < 1200; number++) {
      const { rows } = await client.execute(`SELECT words, ${number} AS number FROM notes`)
      expect(rows).toMatchObject([{ words: 'a', number }])
    }
    expect(await words()).toEqual(['a'])
  })
})

describe('transactions', () => {
  it('take turns, in the order they began', async () => {
    const order: string[] = []
    await Promise.all(Array.from({ length: 20 }, async (_, index) => {
      const transaction = await client.transaction('write')
      order.push(`begin ${index}`)
      await transaction.execute(insert(`first of ${index}`))
      await transaction.execute(insert(`second of ${index}`))
      order.push(`end ${index}`)
      await transaction.commit()
    }))
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => [`begin ${index}`, `end ${index}`]).flat())
    expect(await words()).toEqual(Array.from({ length: 20 }, (_, index) => [`first of ${index}`, `second of ${index}`]).flat())
  })

  it('take no statement once they have ended: it would be in the next one', async () => {
    const ended = await client.transaction('write')
    await ended.rollback()
    const next = await client.transaction('write')
    await expect(ended.execute(insert('late'))).rejects.toThrow('has ended')
    await next.commit()
    expect(await words()).toEqual([])
  })

  it('that cannot be committed say so, leave nothing behind, and give their turn on', async () => {
    await client.execute('CREATE TABLE cards (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)')
    const transaction = await client.transaction('write')
    await transaction.execute(insert('never'))
    await transaction.execute('INSERT INTO cards VALUES (99)')
    await expect(transaction.commit()).rejects.toThrow(/FOREIGN KEY/)
    await transaction.rollback()
    await client.execute(insert('after'))
    expect(await words()).toEqual(['after'])
  })

  it('let single writes wait for their turn', async () => {
    const transaction = await client.transaction('write')
    const single = client.execute(insert('single'))
    await transaction.execute(insert('in the transaction'))
    await transaction.commit()
    await single
    expect(await words()).toEqual(['in the transaction', 'single'])
  })

  it('are seen by readers only once they are committed, and do not keep readers waiting', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(insert('not yet'))
    expect(await words()).toEqual([])
    await transaction.commit()
    expect(await words()).toEqual(['not yet'])
  })

  it('see what they have written themselves', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(insert('mine'))
    const { rows } = await transaction.execute('SELECT words FROM notes')
    expect(rows).toHaveLength(1)
    await transaction.rollback()
  })

  it('leave nothing behind when they are rolled back, and give their turn on', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(insert('never'))
    await transaction.rollback()
    await client.execute(insert('after'))
    expect(await words()).toEqual(['after'])
  })

  it('give their turn on when they are closed, or ended twice', async () => {
    const closed = await client.transaction('write')
    await closed.execute(insert('never'))
    closed.close()
    const twice = await client.transaction('write')
    await twice.commit()
    await twice.rollback()
    await twice.commit()
    expect(twice.closed).toBe(true)
    await client.execute(insert('after'))
    expect(await words()).toEqual(['after'])
  })

  it('can go on after a statement that failed', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(insert('once'))
    await expect(transaction.execute(insert('once'))).rejects.toThrow(/UNIQUE/)
    await transaction.execute(insert('then'))
    await transaction.commit()
    expect(await words()).toEqual(['once', 'then'])
  })

  it('that are never ended let the others have their turn after a while, with a sentence', async () => {
    vi.useFakeTimers()
    try {
      const stuck = await client.transaction('write')
      const waiting = expect(client.execute(insert('waiting'))).rejects.toThrow('Nothing was saved. The database was busy with another change for 10 s. Try again in a moment.')
      await vi.advanceTimersByTimeAsync(10_000)
      await waiting
      await stuck.rollback()
    }
    finally {
      vi.useRealTimers()
    }
    await client.execute(insert('after'))
    expect(await words()).toEqual(['after'])
  })
})

describe('a batch', () => {
  it('is written whole or not at all', async () => {
    await expect(client.batch([insert('one'), insert('one')], 'write')).rejects.toThrow(/UNIQUE/)
    expect(await words()).toEqual([])
    await client.batch([insert('one'), insert('two')], 'write')
    expect(await words()).toEqual(['one', 'two'])
  })
})

describe('the database', () => {
  it('takes a write that does not begin like one', async () => {
    await client.execute('WITH x AS (SELECT 1) INSERT INTO notes (words) SELECT \'by a with\' FROM x')
    expect(await words()).toEqual(['by a with'])
  })

  it('logs ahead, and knows its foreign keys', async () => {
    expect((await client.execute('PRAGMA journal_mode')).rows[0]).toMatchObject({ journal_mode: 'wal' })
    await client.execute('CREATE TABLE cards (note INTEGER REFERENCES notes (id))')
    await expect(client.execute('INSERT INTO cards VALUES (99)')).rejects.toThrow(/FOREIGN KEY/)
  })

  it('takes what another process writes at the same time', async () => {
    const other = startWriter('for (let i = 0; i < 40; i++) await client.execute({ sql: "INSERT INTO notes (words) VALUES (?)", args: ["other " + i] })')
    for (let index = 0; index < 40; index++)
      await client.execute(insert(`mine ${index}`))
    const [code] = await once(other, 'exit')
    expect(code).toBe(0)
    expect(await words()).toHaveLength(80)
  })

  it('is read while another process keeps it from being written, and takes the write after that', async () => {
    const end = await keepLocked(2000)
    let isWritten = false
    const written = client.execute(insert('mine')).then(() => isWritten = true)
    expect([await words(), isWritten]).toEqual([[], false])
    await written
    await end()
    expect(await words()).toEqual(['mine'])
  })

  it('that another process has kept for 5 s refuses all who have waited, with a sentence, and takes the next one whole', async () => {
    const refusal = 'Nothing was saved. Another program, such as an import, has kept the database busy for 5 s. Try again in a moment.'
    const end = await keepLocked(8000)
    const refused = await Promise.allSettled([client.transaction('write'), client.execute(insert('refused')), client.execute(insert('too'))])
    expect(refused.map(one => one.status === 'rejected' && one.reason.message)).toEqual([refusal, refusal, refusal])
    await end()
    const transaction = await client.transaction('write')
    await transaction.execute(insert('taken'))
    await transaction.commit()
    expect(await words()).toEqual(['taken'])
  })

  it('has what was acknowledged to a process that was killed, and no half of a transaction', async () => {
    const other = startWriter(`for (let i = 0; ; i++) {
      const transaction = await client.transaction('write')
      await transaction.execute({ sql: 'INSERT INTO notes (words) VALUES (?)', args: [\`a \${i}\`] })
      await transaction.execute({ sql: 'INSERT INTO notes (words) VALUES (?)', args: [\`b \${i}\`] })
      await transaction.commit()
      process.stdout.write(i + '\\n')
    }`)
    let acknowledged = ''
    for await (const chunk of other.stdout!) {
      acknowledged += chunk
      if (acknowledged.split('\n').length > 30)
        break
    }
    other.kill('SIGKILL')
    await once(other, 'exit')
    const last = Number(acknowledged.trim().split('\n').at(-1))
    const found = await words()
    expect(found.length).toBeGreaterThanOrEqual(2 * (last + 1))
    expect(found.filter(word => word.startsWith('a'))).toHaveLength(found.filter(word => word.startsWith('b')).length)
    await client.execute(insert('after'))
  })
})

/** Another process takes the lock, and keeps it for so long; what tells that it has ended. */
async function keepLocked(milliseconds: number): Promise<() => Promise<unknown>> {
  const other = startWriter(`await client.transaction('write'); process.stdout.write('locked'); await new Promise(end => setTimeout(end, ${milliseconds}))`)
  const ended = once(other, 'exit')
  await once(other.stdout!, 'data')
  return () => ended
}

function startWriter(script: string) {
  const module = fileURLToPath(new URL('../../../src/database/sqlite/sqliteClient.ts', import.meta.url))
  const code = `const { createSqliteClient } = await import(${JSON.stringify(module)}); const client = createSqliteClient(${JSON.stringify(path)}); ${script}; process.exit()`
  return spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] })
}
