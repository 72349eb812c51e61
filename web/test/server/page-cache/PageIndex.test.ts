import type { Change } from '@masthead/shared/changes'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, vi } from 'vitest'
import { Dependencies } from '../../../server/changes/Dependencies'
import { PageIndex } from '../../../server/page-cache/PageIndex'
import { newFolder } from './page'

const ID = (number: number) => number.toString(16).padStart(24, '0')

/** A page of some documents, and of the articles between two dates. */
function put(index: PageIndex, path: string, ids: number[], { from, to } = { from: '2026-01-01', to: '2026-02-01' }) {
  const dependencies = new Dependencies()
  dependencies.recordPath(path)
  const where = { publishedAt: { less_than: to } }
  dependencies.record({ path: 'posts', query: { where, sort: '-publishedAt', limit: ids.length, pagination: false } }, {
    docs: ids.map(id => ({ id: ID(id), publishedAt: from })),
  })
  return index.put({ path, etag: `etag of ${path}` }, dependencies)
}

function affected(index: PageIndex, ...tags: string[]) {
  const change: Change = { number: 1, kind: 'changed', tags }
  return [...index.affectedBy(change)].flat().map(({ path }) => path).sort()
}

it('finds what a change affects: by document, by list and date, and by path', () => {
  const index = new PageIndex(':memory:')
  put(index, '/a', [1, 2])
  put(index, '/b', [2, 3], { from: '2026-03-01', to: '2026-04-01' })
  expect(affected(index, `posts:${ID(2)}`)).toEqual(['/a', '/b'])
  expect(affected(index, `posts:${ID(1)}`, `posts:${ID(2)}`, `posts:${ID(3)}`)).toEqual(['/a', '/b'])
  expect(affected(index, 'posts:list@2026-01-15')).toEqual(['/a'])
  expect(affected(index, 'posts:list')).toEqual(['/a', '/b'])
  expect(affected(index, `posts:${ID(4)}`, 'posts:list:category=x@2026-01-15')).toEqual([])
  expect([affected(index, 'path:/a'), affected(index, 'path:/c')]).toEqual([['/a'], []])
})

it('forgets what a page depended on once it is replaced or deleted', () => {
  const index = new PageIndex(':memory:')
  const first = put(index, '/a', [1])
  const second = put(index, '/a', [2])
  expect(second.id).not.toBe(first.id)
  expect([affected(index, `posts:${ID(1)}`), affected(index, `posts:${ID(2)}`)]).toEqual([[], ['/a']])
  index.delete(first)
  expect(index.get('/a')).toEqual(second)
  index.delete(second)
  expect([affected(index, `posts:${ID(2)}`), index.size, index.get('/a')]).toEqual([
    [],
    { pages: 0, stale: 0 },
    undefined,
  ])
})

it('finds each of many pages once, while they come and go', () => {
  const index = new PageIndex(':memory:')
  for (let number = 0; number < 1000; number++)
    put(index, `/${number}`, [1, number + 2])
  const seen: string[] = []
  for (const pages of index.affectedBy({ number: 1, kind: 'changed', tags: [`posts:${ID(1)}`, 'posts:list'] })) {
    if (seen.length === 0)
      index.delete(index.get('/999')!)
    seen.push(...pages.map(({ path }) => path))
  }
  expect([seen.length, new Set(seen).size, seen.includes('/999')]).toEqual([999, 999, false])
  expect([...index.valid()].flat().map(({ path }) => path)).toEqual(seen)
})

it('is left for others after a few hundred pages each time, though a change affects none of them, and none is valid', () => {
  const index = new PageIndex(':memory:')
  for (let number = 0; number < 1000; number++) {
    const dependencies = new Dependencies()
    dependencies.record({ path: 'posts', query: { select: { title: true } } }, { docs: [{ id: ID(1) }] })
    index.put({ path: `/${number}`, etag: '' }, dependencies)
  }
  index.markAllStale(1)
  const unused = {
    number: 1,
    kind: 'changed',
    tags: [`posts:${ID(1)}`, `posts:${ID(1)}`],
    fields: ['tags'],
  } as const satisfies Change
  for (const batches of [[...index.affectedBy(unused)], [...index.valid()]])
    expect([batches.length >= 4, batches.flat()]).toEqual([true, []])
  const used = [...index.affectedBy({ ...unused, fields: ['title'] })]
  expect([used.length >= 8, used.flat().length, Math.max(...used.map(({ length }) => length)) < 1000]).toEqual([
    true,
    1000,
    true,
  ])
})

it('affects no page that is hidden, and gives its id to no other in the next run', () => {
  const file = join(newFolder(), 'pages.db')
  const index = new PageIndex(file)
  const hidden = put(index, '/a', [1])
  index.hide(hidden)
  expect([affected(index, `posts:${ID(1)}`), index.get('/a'), index.size.pages]).toEqual([[], undefined, 0])
  const next = new PageIndex(file)
  expect(put(next, '/a', [1]).id).not.toBe(hidden.id)
  next.delete(hidden)
  expect([affected(next, `posts:${ID(1)}`), next.size.pages]).toEqual([['/a'], 1])
})

it('has the page before, whole, where another one could not be put in its place', () => {
  const index = new PageIndex(':memory:')
  const before = put(index, '/a', [1])
  index.markStale(before, 5)
  vi.spyOn(Dependencies.prototype, 'entries', 'get').mockImplementationOnce(() => {
    throw new Error('no room')
  })
  expect(() => put(index, '/a', [2])).toThrow('no room')
  expect([index.get('/a'), index.size, affected(index, `posts:${ID(1)}`)]).toEqual([{ ...before, staleSince: 5 }, {
    pages: 1,
    stale: 1,
  }, ['/a']])
  put(index, '/a', [2])
  expect([index.size, affected(index, `posts:${ID(2)}`)]).toEqual([{ pages: 1, stale: 0 }, ['/a']])
})

it('says which pages are stale, and since when, in the next run too', () => {
  const file = join(newFolder(), 'pages.db')
  const index = new PageIndex(file)
  for (const path of ['/a', '/b', '/c'])
    put(index, path, [1])
  index.markStale(index.get('/b')!, 5)
  index.markStale(index.get('/b')!, 6)
  expect([index.get('/b')!.staleSince, index.get('/a')!.staleSince, index.size]).toEqual([5, undefined, {
    pages: 3,
    stale: 1,
  }])
  const next = new PageIndex(file)
  expect([next.get('/b')!.staleSince, next.size, [...next.valid()].flat().map(({ path }) => path)]).toEqual([5, {
    pages: 3,
    stale: 1,
  }, ['/a', '/c']])
  put(next, '/b', [1])
  expect([next.get('/b')!.staleSince, next.size]).toEqual([undefined, { pages: 3, stale: 0 }])
  next.markAllStale(7)
  expect(next.size).toEqual({ pages: 3, stale: 3 })
})

it('begins empty over a file of an earlier version', () => {
  const file = join(newFolder(), 'pages.db')
  const earlier = new DatabaseSync(file)
  earlier.exec(`
    CREATE TABLE pages (path TEXT PRIMARY KEY, etag TEXT NOT NULL, since REAL NOT NULL, stale INTEGER NOT NULL, uses TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE fields (id TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL);
    INSERT INTO pages VALUES ('/a', 'etag', 1, 0, '{"names":[],"parts":[],"lists":[]}');
    INSERT INTO fields VALUES ('an id', '{"posts":["title"]}');
    INSERT INTO state VALUES (1, '{"build":"b","followed":7,"lastContactAt":1}')`)
  earlier.close()
  const index = new PageIndex(file)
  expect([index.state, index.size, index.get('/a')]).toEqual([undefined, { pages: 0, stale: 0 }, undefined])
  put(index, '/a', [1])
  expect(affected(index, `posts:${ID(1)}`)).toEqual(['/a'])
})

it('is empty when it was made again', () => {
  const index = new PageIndex(join(newFolder(), 'pages.db'))
  put(index, '/a', [1])
  index.state = { build: 'b', followed: 1, lastContactAt: 1 }
  index.remake()
  expect([index.state, index.size, index.get('/a')]).toEqual([undefined, { pages: 0, stale: 0 }, undefined])
  put(index, '/a', [1])
  expect(index.size.pages).toBe(1)
})
