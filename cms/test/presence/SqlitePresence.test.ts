import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqlitePresence } from '../../src/presence/SqlitePresence.ts'

let folder: string
let path: string
let store: SqlitePresence
let other: SqlitePresence

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-presence-'))
  path = join(folder, 'a.presence')
  store = new SqlitePresence(path)
  other = new SqlitePresence(path)
})

afterEach(async () => {
  await store.close()
  await other.close()
  await rm(folder, { recursive: true })
})

describe('the presence file', () => {
  it('is made again if it was deleted', async () => {
    await store.record([report('ada.1')])
    for (const ending of ['', '-wal', '-shm'])
      await rm(path + ending, { force: true })
    await store.record([report('ada.2')])
    expect((await other.findSeenAfter(0)).map(({ tab }) => tab)).toEqual(['ada.2'])
  })

  it('is made again if it is broken, or no database', async () => {
    await writeFile(path, 'no database '.repeat(1000))
    await store.record([report('ada.1')])
    expect(await other.findSeenAfter(0)).toHaveLength(1)
    expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3')
  })
})

function report(tab: string) {
  return { tab, document: 'posts/1', user: 'ada', name: 'Ada', isAway: false, seenAt: 1_800_000_000_000 }
}
