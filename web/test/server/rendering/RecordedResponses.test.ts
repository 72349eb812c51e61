import type { Change } from '@masthead/shared/changes'
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { record } from '../../../server/rendering/RecordedResponses'
import { newFolder, newResponses } from '../page-cache/page'

const request = { path: 'posts', query: { limit: 1 } }
const card = { id: 'card', title: 'No longer said' }

afterEach(() => vi.restoreAllMocks())

/** Stores what `/a` was rendered from, with a card, after change 5. */
async function stored(folder = newFolder()) {
  const responses = newResponses({ folder, followed: 5 })
  responses.follow({ last: 5, changes: [] })
  await responses.store('/a', log({ docs: [{ id: 'post', card }] }), 5)
  return responses
}

function log(response: unknown) {
  const log = new Map<string, string>()
  record(log, request, response)
  return log
}

async function cardOf(responses: ReturnType<typeof newResponses>, path = '/a'): Promise<unknown> {
  const replay = await responses.replay(path)
  return replay && (replay.responseTo(request) as { docs: { card: unknown }[] }).docs[0]!.card
}

function change(number: number, kind: Change['kind'], ...tags: string[]) {
  return { last: number, changes: [{ number, kind, tags }] }
}

it('responds to the requests of a page, and no others, with the number of the feed that they contain', async () => {
  const replay = await (await stored()).replay('/a')
  expect([replay!.followed, replay!.responseTo(request)]).toEqual([5, { docs: [{ id: 'post', card }] }])
  expect(replay!.responseTo({ path: 'posts', query: {} })).toBeUndefined()
  expect(await (await stored()).replay('/b')).toBeUndefined()
})

it('takes a path whose name is almost as long as names of files may be', async () => {
  const responses = await stored()
  const path = `/blog/${'x'.repeat(240)}`
  await responses.store(path, log({ docs: [{ id: 'post', card }] }), 5)
  expect(await cardOf(responses, path)).toEqual(card)
})

it('leaves out a document that was removed since, and no other', async () => {
  const responses = await stored()
  responses.follow(change(6, 'changed', 'takeaway-cards:card'))
  expect(await cardOf(responses)).toEqual(card)
  responses.follow(change(7, 'gone', 'takeaway-cards:card', 'takeaway-cards:list'))
  expect(await cardOf(responses)).toBe('card')
  // The CMS has said since that it is public again.
  await responses.store('/a', log({ docs: [{ id: 'post', card }] }), 8)
  expect(await cardOf(responses)).toEqual(card)
})

it.each(['gone', 'changed'] as const)('has nothing for a page whose path is %s', async (kind) => {
  const responses = await stored()
  responses.follow(change(6, kind, 'posts:post', 'path:/a'))
  expect(await responses.replay('/a')).toBeUndefined()
})

it('knows after a restart what was removed before it', async () => {
  const folder = newFolder()
  const before = await stored(folder)
  before.follow(change(6, 'gone', 'takeaway-cards:card'))
  expect(await cardOf(newResponses({ folder, followed: 6 }))).toBe('card')
  // The page cache had not acknowledged the change when it was killed: it follows the change once more.
  const again = newResponses({ folder, followed: 5 })
  again.follow(change(6, 'gone', 'takeaway-cards:card'))
  expect(await cardOf(again)).toBe('card')
})

it('has nothing where it may have missed a change', async () => {
  const folder = newFolder()
  await stored(folder)
  // An older version of the site instance followed the feed meanwhile.
  expect(await newResponses({ folder, followed: 9 }).replay('/a')).toBeUndefined()
  expect(existsSync(join(folder, 'a.json.gz'))).toBe(false)

  const responses = await stored()
  responses.follow({ reset: true, last: 3, changes: [] })
  expect(await responses.replay('/a')).toBeUndefined()
})

it('has nothing that was stored before the oldest removal it remembers', async () => {
  const responses = await stored()
  responses.follow({
    last: 20_005,
    changes: Array.from(
      { length: 20_000 },
      (_, index) => ({ number: 6 + index, kind: 'gone' as const, tags: [`posts:${index}`] }),
    ),
  })
  expect(await responses.replay('/a')).toBeUndefined()
  await responses.store('/a', log({ docs: [{ id: 'post', card }] }), 20_005)
  expect(await cardOf(responses)).toEqual(card)
})

it('has nothing in place of torn files', async () => {
  const folder = newFolder()
  const responses = await stored(folder)
  writeFileSync(join(folder, 'a.json.gz'), 'torn')
  expect(await responses.replay('/a')).toBeUndefined()

  const other = newFolder()
  await stored(other)
  appendFileSync(join(other, 'tombstones.jsonl'), '{"number": 6, "na')
  expect(await newResponses({ folder: other, followed: 5 }).replay('/a')).toBeUndefined()
})

it('has nothing once it could not write down what was removed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = newFolder()
  const responses = await stored(folder)
  rmSync(join(folder, 'tombstones.jsonl'))
  // A folder cannot be written to as a file.
  mkdirSync(join(folder, 'tombstones.jsonl'))
  responses.follow(change(6, 'gone', 'takeaway-cards:card'))
  expect(await responses.replay('/a')).toBeUndefined()
})
