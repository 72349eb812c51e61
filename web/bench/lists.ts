import type { Row } from './Row.ts'
import { join } from 'node:path'
import { startMongo } from '../../tools/src/mongodb.ts'
import { makeParts, publishArticle, publishNote } from './article.ts'
import { fillMongo } from './fillMongo.ts'
import { fillSqlite } from './fillSqlite.ts'
import { read } from './pages.ts'
import { skipped } from './Row.ts'
import { Editor, newFolder, onEnd, startCms, startInstance } from './servers.ts'
import { median } from './statistics.ts'

/**
 * Measures renders of lists and of an article, with 100 articles and with as many as a newspaper has, written straight
 * into the database.
 */
export async function lists(): Promise<Row[]> {
  const file = join(newFolder(), 'masthead.db')
  const rows = await listsOn(
    'SQLite',
    `file:${file}`,
    (template, from, to) => Promise.resolve(fillSqlite(file, template, from, to)),
  )
  const mongo = await startMongo()
  if ('skipped' in mongo)
    return [...rows, skipped('Lists on MongoDB', mongo.skipped)]
  onEnd(mongo.stop)
  const url = mongo.url('bench')
  return [...rows, ...await listsOn('MongoDB', url, (template, from, to) => fillMongo(url, template, from, to))]
}

type Fill = (template: string, from: number, to: number) => Promise<void>

async function listsOn(database: string, databaseUrl: string, fill: Fill): Promise<Row[]> {
  const first = await startCms({ databaseUrl })
  const editor = await Editor.signIn(first)
  const parts = await makeParts(editor)
  await publishArticle(editor, parts, 'The whole article')
  const { id } = await publishNote(editor, parts, 'The first of many')
  await first.kill()
  const measured = new Map<string, (number | Error)[]>(Object.keys(PAGES).map(page => [page, []]))
  for (const [index, size] of SIZES.entries()) {
    await fill(id, SIZES[index - 1] ?? 2, size)
    const cms = await startCms({ databaseUrl, dataDir: first.dataDir })
    const instance = await startInstance(cms, { isCaching: false })
    for (const [page, pathOf] of Object.entries(PAGES))
      measured.get(page)!.push(await timeOf(instance.url + pathOf(size)).catch((error: Error) => error))
    await instance.kill()
    await cms.kill()
  }
  return [...measured].map(([page, times]) => rowOf(`${page}, cold, on ${database}`, times))
}

/** A middle one of those that come once the process has warmed up. */
async function timeOf(url: string): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < 40; turn++)
    took.push(await read(url))
  return median(took.slice(15))
}

/** A list that fails with many documents misses its bound. */
function rowOf(what: string, times: (number | Error)[]): Row {
  const ratio = Number(times.at(-1)) / Number(times[0])
  const measured = times.map((time, index) =>
    `${SIZES[index]!.toLocaleString('en')}: ${time instanceof Error ? time.message : `${time.toFixed(0)} ms`}`,
  )
  return {
    what,
    measured: measured.join(', ') + (ratio > 0 ? `; ${ratio.toFixed(2)} ×` : ''),
    target: '100,000 ≤ 1.5 × 100',
    isMet: ratio <= 1.5,
  }
}

const PAGES: Record<string, (articles: number) => string> = {
  'List page': () => '/blog',
  'The last page of the list': articles => `/blog/page/${articles / 10}`,
  'A category’s list': () => '/blog/category/engineering',
  'Article': () => '/blog/the-whole-article',
}

const SIZES = [100, 10_000, 100_000]
