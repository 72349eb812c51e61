import type { CodeQuestion } from '../../../src/admin/secondFactor/codePrompt.ts'
import { describe, expect, it, vi } from 'vitest'
import { answerSecondFactor } from '../../../src/admin/secondFactor/answerSecondFactor.ts'
import { Prompt } from '../../../src/admin/session/Prompt.ts'

/** A CMS that gives a session for this code only. */
function cmsWith(code: string) {
  const prompt = new Prompt<CodeQuestion>()
  const send = vi.fn(async (_: RequestInfo | URL, init?: RequestInit) => {
    const shown = new Headers(init?.headers).get('x-second-factor')
    if (shown === code)
      return Response.json({ user: {} })
    const [reason, message] = shown === null
      ? ['second-factor-required', 'Enter the code.']
      : ['second-factor-wrong', 'This code is wrong.']
    return Response.json({
      errors: [{ message, data: { code: reason, hasApp: true, passkeyOptions: { challenge: 'x' } } }],
    }, { status: 401 })
  })
  return { prompt, send, fetch: answerSecondFactor(prompt, send) }
}

const SIGN_IN = ['/api/users/login', { method: 'POST', body: 'words' }] as const

describe('a sign-in that needs a code', () => {
  it('asks until it is right, and is sent again with it', async () => {
    const { prompt, fetch, send } = cmsWith('123456')
    const answer = fetch(...SIGN_IN)
    await vi.waitFor(() =>
      expect(prompt.getState()).toEqual({ problem: undefined, hasApp: true, passkeyOptions: { challenge: 'x' } }),
    )
    prompt.answer('☂')
    await vi.waitFor(() =>
      expect(prompt.getState()).toEqual({
        problem: 'This code is wrong.',
        hasApp: true,
        passkeyOptions: { challenge: 'x' },
      }),
    )
    prompt.answer('123456')
    expect((await answer).status).toBe(200)
    expect(prompt.getState()).toBeUndefined()
    expect(send.mock.calls.map(([, init]) => init!.body)).toEqual(['words', 'words', 'words'])
  })

  it('is refused when the user cancels', async () => {
    const { prompt, fetch } = cmsWith('123456')
    const answer = fetch(...SIGN_IN)
    await vi.waitFor(() => expect(prompt.getState()).toBeDefined())
    prompt.answer(undefined)
    expect((await answer).status).toBe(401)
  })
})

it('any other refusal is passed on as it is', async () => {
  const prompt = new Prompt<CodeQuestion>()
  const refusals = [
    Response.json({ errors: [{ message: 'The email or password provided is incorrect.' }] }, { status: 401 }),
    Response.json({ errors: [{ message: 'No', data: { code: 'something-else' } }] }, { status: 401 }),
    new Response('No', { status: 401 }),
    Response.json({ errors: [{ message: 'Too many', data: { code: 'second-factor-wrong' } }] }, { status: 429 }),
  ]
  for (const refusal of refusals)
    expect(await answerSecondFactor(prompt, async () => refusal)(...SIGN_IN)).toBe(refusal)
  expect(prompt.getState()).toBeUndefined()
})
