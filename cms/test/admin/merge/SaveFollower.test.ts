import type { HeldChange } from '../../../src/drafts/merge/heldChangeStore.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { SaveFollower } from '../../../src/admin/merge/SaveFollower.ts'
import { formOf } from '../../patches/formOf.ts'

const FIRST = '2026-01-01T00:00:00.000Z'
const SECOND = '2026-01-01T00:00:01.000Z'

let stored: Record<string, unknown>
let held: HeldChange[]
let shown: string[]
let follower: SaveFollower

beforeEach(() => {
  stored = { title: 'Tides', updatedAt: FIRST }
  held = []
  shown = []
  follower = new SaveFollower({
    read: async () => stored,
    readHeld: async () => held,
    focusedEditors: () => [],
    onHeld: changes => shown = changes.map(({ path }) => path),
  })
  follower.afterReplace(form('Tides', FIRST))
})

describe('a save', () => {
  it('names its changes and the revision that the form has seen', async () => {
    expect(await follower.beforeSave(form('Rivers', FIRST))).toMatchObject({
      _changes: { revision: FIRST, values: { title: expect.any(Number) }, rows: {} },
    })
  })

  it('makes its response the base of the next', async () => {
    await save('Rivers', 'Rivers')
    expect(await follower.beforeSave(form('Rivers', SECOND))).toMatchObject({ _changes: { revision: SECOND, values: {} } })
  })

  it('whose value was set aside keeps it in the form, and its base', async () => {
    held = [{ id: '1', kind: 'value', path: 'title', mine: 'Rivers', heldAt: SECOND }]
    const merged = await save('Rivers', 'Theirs', {
      'masthead-merged': '1',
      'masthead-held-changes': encodeURIComponent('["title"]'),
    })
    expect(merged.title?.value).toBe('Rivers')
    expect(shown).toEqual(['title'])
    expect(await follower.beforeSave(form('Rivers', SECOND))).toMatchObject({
      _changes: { revision: FIRST, values: { title: expect.any(Number) }, held: ['title'] },
    })
  })

  it('without a response is compared with the stored document before the next', async () => {
    await follower.beforeSave(form('Rivers', FIRST))
    follower.afterFailure()
    expect(follower.isSaving).toBe(false)
    stored = { title: 'Rivers', updatedAt: SECOND }
    expect(await follower.beforeSave(form('Rivers', FIRST))).toMatchObject({ _changes: { revision: SECOND, values: {} } })
  })

  it('during which the form was replaced changes nothing', async () => {
    await follower.beforeSave(form('Rivers', FIRST))
    follower.afterReplace(form('Seas', SECOND))
    const serverState = form('Rivers', FIRST)
    expect(await follower.beforeMerge({ res: new Response(), serverState })).toBe(serverState)
    follower.afterMerge({ fields: form('Seas', SECOND), serverState })
  })
})

async function save(sent: string, answer: string, headers: Record<string, string> = {}) {
  await follower.beforeSave(form(sent, FIRST))
  const res = new Response(null, { headers })
  follower.afterResponse(res)
  const serverState = await follower.beforeMerge({ res, serverState: form(answer, SECOND) })
  follower.afterMerge({ fields: serverState, serverState })
  return serverState
}

function form(title: string, updatedAt: string) {
  return formOf({ title, updatedAt })
}
