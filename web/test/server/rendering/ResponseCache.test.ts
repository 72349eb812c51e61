import { expect, it } from 'vitest'
import { FeedHistory } from '../../../server/changes/FeedHistory'
import { ResponseCache } from '../../../server/rendering/ResponseCache'

const MENU = { path: 'globals/site', query: { depth: 1 } }
const POSTS = { path: 'posts', query: { sort: '-publishedAt', limit: 3 } }
const POST = { path: 'posts', query: { where: { slug: { equals: 'x' } }, limit: 1 } }

function stage({ isFollowing = true } = {}) {
  const history = new FeedHistory()
  if (isFollowing)
    history.follow({ last: 0, changes: [] })
  const answers = new ResponseCache(history)
  let asked = 0
  const get = (request: typeof MENU | typeof POSTS | typeof POST) =>
    answers.get(request, async () => ({ docs: [], edition: ++asked }))
  let last = 0
  const edit = (...tags: string[]) =>
    history.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags }] })
  return { history, answers, get, edit }
}

it('serve until what is in them changes', async () => {
  const { get, edit } = stage()
  expect([await get(MENU), await get(MENU)]).toMatchObject([{ edition: 1 }, { edition: 1 }])
  edit('services:list')
  expect(await get(MENU)).toMatchObject({ edition: 1 })
  edit('site')
  expect(await get(MENU)).toMatchObject({ edition: 2 })
})

it('are told apart by all of the question', async () => {
  const { get } = stage()
  expect(await get(POSTS)).toMatchObject({ edition: 1 })
  expect(await get({ ...POSTS, query: { ...POSTS.query, limit: 4 } })).toMatchObject({ edition: 2 })
})

it('of one document are not cached: an empty response names no dependency', async () => {
  const { get } = stage()
  expect([await get(POST), await get(POST)]).toMatchObject([{ edition: 1 }, { edition: 2 }])
})

it('are not cached while the feed is not followed, nor beyond a new start', async () => {
  const { history, get } = stage({ isFollowing: false })
  expect([await get(MENU), await get(MENU)]).toMatchObject([{ edition: 1 }, { edition: 2 }])
  history.follow({ last: 5, changes: [] })
  expect([await get(MENU), await get(MENU)]).toMatchObject([{ edition: 3 }, { edition: 3 }])
  history.follow({ last: 9, changes: [], reset: true })
  expect(await get(MENU)).toMatchObject({ edition: 4 })
})

it('that changed on their way serve only who has asked', async () => {
  const { answers, get, edit } = stage()
  const { promise, resolve } = Promise.withResolvers<object>()
  const asked = answers.get(MENU, () => promise)
  edit('site')
  resolve({ edition: 'older' })
  expect(await asked).toEqual({ edition: 'older' })
  expect(await get(MENU)).toMatchObject({ edition: 1 })
})

it('can be changed by who gets them, for themselves', async () => {
  const { get } = stage()
  await get(MENU)
  Object.assign(await get(MENU), { edition: 'scribbled' })
  expect(await get(MENU)).toMatchObject({ edition: 1 })
})

it('make room for those used most recently', async () => {
  const { get } = stage()
  await get(MENU)
  for (let limit = 1; limit <= 150; limit++) {
    await get({ ...POSTS, query: { ...POSTS.query, limit } })
    expect(await get(MENU)).toMatchObject({ edition: 1 })
  }
  expect(await get({ ...POSTS, query: { ...POSTS.query, limit: 1 } })).toMatchObject({ edition: 152 })
})
