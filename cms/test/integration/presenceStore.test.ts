import type { OpenForm } from '../../src/presence/OpenForm.ts'
import type { PresenceStore } from '../../src/presence/PresenceStore.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { MongodbPresence } from '../../src/presence/MongodbPresence.ts'
import { SqlitePresence } from '../../src/presence/SqlitePresence.ts'

const mongodb = inject('mongodb')

let folder: string
let client: MongoClient | undefined
let store: PresenceStore
let other: PresenceStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-presence-'))
  client = mongodb === null ? undefined : await MongoClient.connect(mongodb.replace('NAME', 'presence-store'))
})

beforeEach(async () => {
  await other?.close()
  await store?.close()
  await client?.db().dropDatabase()
  await rm(join(folder, 'a.presence'), { force: true })
  store = open()
  other = open()
})

afterAll(async () => {
  await store?.close()
  await other?.close()
  await client?.close()
  await rm(folder, { recursive: true })
})

function open(): PresenceStore {
  return client ? new MongodbPresence(client.db()) : new SqlitePresence(join(folder, 'a.presence'))
}

const NOW = 1_800_000_000_000

function report(parts: Partial<OpenForm> = {}) {
  return { tab: 'ada.1', document: 'posts/1', user: 'ada', name: 'Ada', isAway: false, seenAt: NOW, ...parts }
}

describe('the presence store', () => {
  it('returns the forms that were reported after a time, in every process', async () => {
    await store.record([
      report({ section: { label: '03 Text', row: 'r' } }),
      report({ tab: 'bob.1', user: 'bob', name: 'Bob', isAway: true, seenAt: NOW - 100 }),
    ])
    expect(await other.findSeenAfter(NOW - 100)).toEqual([
      { ...report(), since: NOW, section: { label: '03 Text', row: 'r' } },
    ])
    expect((await other.findSeenAfter(NOW - 101)).map(({ tab, isAway }) => [tab, isAway]).sort()).toEqual([
      ['ada.1', false],
      ['bob.1', true],
    ])
  })

  it('replaces a report by the next, and keeps since when the form is open', async () => {
    await store.record([report({ section: { label: '03 Text', row: 'r' } })])
    await other.record([report({ seenAt: NOW + 1000, isAway: true })])
    expect(await store.findSeenAfter(0)).toEqual([{ ...report({ seenAt: NOW + 1000, isAway: true }), since: NOW }])
  })

  it('forgets a form that was closed', async () => {
    await store.record([report(), report({ tab: 'ada.2' })])
    await other.remove('ada.1')
    expect((await store.findSeenAfter(0)).map(({ tab }) => tab)).toEqual(['ada.2'])
  })

  it('marks a form as taken over until it takes over in turn, whatever it reports', async () => {
    const by = { tab: 'bob.1', name: 'Bob', at: '2027-01-15T08:00:00.000Z' }
    await store.record([report(), report({ tab: 'bob.1', user: 'bob', name: 'Bob' })])
    await other.takeOver('posts/1', 'ada.1', by)
    await store.record([report({ seenAt: NOW + 1 })])
    expect(await takenOver()).toEqual({ 'ada.1': by, 'bob.1': undefined })
    const back = { tab: 'ada.1', name: 'Ada', at: '2027-01-15T08:01:00.000Z' }
    await store.takeOver('posts/1', 'bob.1', back)
    expect(await takenOver()).toEqual({ 'ada.1': undefined, 'bob.1': back })
  })

  it('takes over no form of another document', async () => {
    await store.record([report()])
    await store.takeOver('posts/2', 'ada.1', { tab: 'bob.1', name: 'Bob', at: '2027-01-15T08:00:00.000Z' })
    expect(await takenOver()).toEqual({ 'ada.1': undefined })
  })

  it('records nothing without complaint', async () => {
    await store.record([])
    expect(await store.findSeenAfter(0)).toEqual([])
  })
})

async function takenOver(): Promise<object> {
  return Object.fromEntries((await store.findSeenAfter(0)).map(({ tab, takenOver }) => [tab, takenOver]))
}
