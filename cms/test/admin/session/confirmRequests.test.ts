import type { ConfirmationQuestion } from '../../../src/admin/session/confirmation.ts'
import { describe, expect, it, vi } from 'vitest'
import { confirmRequests } from '../../../src/admin/session/confirmRequests.ts'
import { Prompt } from '../../../src/admin/session/Prompt.ts'

/** A CMS that takes changes with this password only. */
function cmsWith(password: string) {
  const confirmation = new Prompt<ConfirmationQuestion>()
  const send = vi.fn(async (_: RequestInfo | URL, init?: RequestInit) => {
    const shown = new Headers(init?.headers).get('x-current-password')
    if (shown === encodeURIComponent(password))
      return Response.json({ doc: {} })
    const message = shown === null ? 'Enter your current password to do this.' : 'This is not your current password.'
    return Response.json(
      { errors: [{ message: 'Invalid', data: { errors: [{ path: 'currentPassword', message }] } }] },
      { status: 400 },
    )
  })
  return { confirmation, send, fetch: confirmRequests(confirmation, send) }
}

const CHANGE = ['/api/users/1', { method: 'PATCH', body: 'words' }] as const

describe('a request that needs the current password', () => {
  it('asks until it is right, and is sent again with it', async () => {
    const { confirmation, fetch, send } = cmsWith('тихая лампа')
    const answer = fetch(...CHANGE)
    await vi.waitFor(() => expect(confirmation.getState()).toEqual({ problem: undefined }))
    confirmation.answer('wrong')
    await vi.waitFor(() => expect(confirmation.getState()).toEqual({ problem: 'This is not your current password.' }))
    confirmation.answer('тихая лампа')
    expect((await answer).status).toBe(200)
    expect(confirmation.getState()).toBeUndefined()
    expect(send.mock.calls.map(([, init]) => init!.body)).toEqual(['words', 'words', 'words'])
  })

  it('is refused when the user cancels', async () => {
    const { confirmation, fetch } = cmsWith('battery staple')
    const answer = fetch(...CHANGE)
    await vi.waitFor(() => expect(confirmation.getState()).toBeDefined())
    confirmation.answer(undefined)
    expect((await answer).status).toBe(400)
  })

  it('waits for another one that asks already', async () => {
    const { confirmation, fetch, send } = cmsWith('battery staple')
    const answers = [fetch(...CHANGE), fetch(...CHANGE)]
    for (let time = 0; time < 2; time++) {
      await vi.waitFor(() => expect(confirmation.getState()).toBeDefined())
      confirmation.answer('battery staple')
    }
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
    expect(send).toHaveBeenCalledTimes(4)
  })
})

it('any other refusal is passed on as it is', async () => {
  const confirmation = new Prompt<ConfirmationQuestion>()
  const refusals = [
    Response.json({ errors: [{ message: 'Invalid', data: { errors: [{ path: 'title', message: 'Required' }] } }] }, {
      status: 400,
    }),
    new Response('Bad request', { status: 400 }),
    Response.json({ errors: [{ message: 'Too many' }] }, { status: 429 }),
  ]
  for (const refusal of refusals)
    expect(await confirmRequests(confirmation, async () => refusal)(...CHANGE)).toBe(refusal)
  expect(confirmation.getState()).toBeUndefined()
})
