import type { Row } from './Row.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startMongo } from '../../tools/src/mongodb.ts'
import { root } from '../../tools/src/workspace.ts'
import { makeParts, publishArticle } from './article.ts'
import { read } from './pages.ts'
import { skipped } from './Row.ts'
import { Editor, newFolder, onEnd, startCms, startWeb } from './servers.ts'
import { median } from './statistics.ts'

/** The list of articles, rendered afresh, with 100 articles and with as many as a newspaper has: straight in the database. */
export async function lists(): Promise<Row[]> {
  const folder = newFolder()
  const file = join(folder, 'masthead.db')
  const rows = [await listsOn('SQLite', `file:${file}`, (template, from, to) => Promise.resolve(fillSqlite(file, template, from, to)))]
  const mongo = await startMongo()
  if ('skipped' in mongo)
    return [...rows, skipped('List page on MongoDB', mongo.skipped)]
  onEnd(mongo.stop)
  const url = mongo.url('bench')
  return [...rows, await listsOn('MongoDB', url, (template, from, to) => fillMongo(url, template, from, to))]
}

type Fill = (template: string, from: number, to: number) => Promise<void>

async function listsOn(name: string, databaseUrl: string, fill: Fill): Promise<Row> {
  const found: number[] = []
  const first = await startCms({ databaseUrl })
  const editor = await Editor.signIn(first)
  const { id } = await publishArticle(editor, await makeParts(editor), 'The first of many')
  await first.kill()
  for (const [index, size] of SIZES.entries()) {
    await fill(id, SIZES[index - 1] ?? 1, size)
    const cms = await startCms({ databaseUrl, dataDir: first.dataDir })
    const web = await startWeb(cms, { keeps: false })
    const took: number[] = []
    for (let turn = 0; turn < 40; turn++)
      took.push(await read(`${web.url}/blog`))
    found.push(median(took.slice(15)))
    await web.kill()
    await cms.kill()
  }
  const ratio = found.at(-1)! / found[0]!
  return {
    what: `List page, cold, on ${name}`,
    found: `${SIZES.map((size, index) => `${size.toLocaleString('en')}: ${found[index]!.toFixed(0)} ms`).join(', ')}; ${ratio.toFixed(2)} ×`,
    target: '100,000 ≤ 1.5 × 100',
    isMet: ratio <= 1.5,
  }
}

const SIZES = [100, 10_000, 100_000]

/** Copies an article, and what hangs on it, under other addresses and dates. */
function fillSqlite(file: string, template: string, from: number, to: number): void {
  const database = new DatabaseSync(file)
  const copies = ['posts', 'posts_rels'].map((table) => {
    const rows = database.prepare(`select * from ${table} where ${table === 'posts' ? 'id' : 'parent_id'} = ?`).all(template)
    const columns = database.prepare(`select name from pragma_table_info('${table}')`).all().map(({ name }) => String(name)).filter(name => table === 'posts' || name !== 'id')
    const insert = database.prepare(`insert into ${table} (${columns.map(name => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    return { table, rows, columns, insert }
  })
  database.exec('begin')
  for (let number = from; number < to; number++) {
    const id = randomUUID()
    const other: Record<string, string> = { id, parent_id: id, slug: `copy-${number}`, title: `Copy ${number}`, published_at: dateOf(number), created_at: dateOf(number), updated_at: dateOf(number) }
    for (const { rows, columns, insert } of copies) {
      for (const row of rows)
        insert.run(...columns.map(name => other[name] ?? row[name]!))
    }
  }
  database.exec('commit')
  database.exec('analyze')
  database.close()
}

async function fillMongo(url: string, template: string, from: number, to: number): Promise<void> {
  // The driver of the CMS: the web has none.
  const { MongoClient, ObjectId } = createRequire(createRequire(join(root, 'cms/package.json')).resolve('@payloadcms/db-mongodb'))('mongoose').mongo as MongoDriver
  const client = await new MongoClient(url).connect()
  const posts = client.db().collection('posts')
  const original = await posts.findOne({ _id: new ObjectId(template) })
  for (let number = from; number < to; number += 5000) {
    await posts.insertMany(Array.from({ length: Math.min(5000, to - number) }, (_, index) => {
      const date = new Date(dateOf(number + index))
      return { ...original, _id: new ObjectId(randomBytes(12).toString('hex')), slug: `copy-${number + index}`, title: `Copy ${number + index}`, publishedAt: date, createdAt: date, updatedAt: date }
    }))
  }
  await client.close()
}

interface MongoDriver {
  ObjectId: new (id: string) => object
  MongoClient: new (url: string) => { connect: () => Promise<Client> }
}

interface Client {
  db: () => { collection: (name: string) => { findOne: (query: object) => Promise<object>, insertMany: (docs: object[]) => Promise<unknown> } }
  close: () => Promise<void>
}

/** An hour apart, back from a day in the past. */
function dateOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1) - number * 3_600_000).toISOString()
}
