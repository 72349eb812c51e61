import type { SessionAnswer } from '../../../src/admin/session/SessionWatch.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guardRequests } from '../../../src/admin/session/guardRequests.ts'
import { SessionWatch } from '../../../src/admin/session/SessionWatch.ts'

beforeEach(() => {
  vi.stubGlobal('window', { location: new URL('http://cms.test/admin/collections/posts/1') })
  return () => vi.unstubAllGlobals()
})

/** A CMS that takes requests of this person only. */
function cmsFor(signedIn: { id: string } | null) {
  const state = { signedIn }
  const watch = new SessionWatch({
    readSession: async (): Promise<SessionAnswer> => ({ user: state.signedIn }),
    announce: () => {},
  })
  watch.follow({ id: 'ida' })
  const send = vi.fn(async (_: RequestInfo | URL, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    return state.signedIn?.id === headers.get('x-signed-in-as')
      ? new Response('saved')
      : new Response('refused', { status: headers.has('next-action') ? 500 : 401 })
  })
  return { state, watch, send, fetch: guardRequests(watch, send) }
}

const SAVE = ['/api/posts/1?autosave=true', { method: 'PATCH', body: 'words' }] as const

describe('a request of a signed-in person', () => {
  it('says whose it is', async () => {
    const { fetch, send } = cmsFor({ id: 'ida' })
    expect(await (await fetch(...SAVE)).text()).toBe('saved')
    expect(new Headers(send.mock.calls[0]![1]!.headers).get('x-signed-in-as')).toBe('ida')
  })

  it.each<[string, [string, RequestInit]]>([
    ['a save', [...SAVE]],
    ['a function of the server', ['/admin/collections/posts/1', {
      method: 'POST',
      headers: { 'next-action': 'a' },
      body: '[]',
    }]],
  ])('waits when the session has ended, and is sent again after the sign-in: %s', async (_, request) => {
    const { fetch, send, state, watch } = cmsFor(null)
    const answer = fetch(...request)
    await vi.waitFor(() => expect(watch.getState()).toEqual({ is: 'ended' }))
    state.signedIn = { id: 'ida' }
    watch.take({ user: state.signedIn })
    expect(await (await answer).text()).toBe('saved')
    expect(send).toHaveBeenCalledTimes(2)
    expect(send.mock.calls[1]![1]!.body).toBe(request[1].body)
  })

  it('is never answered once another person is signed in', async () => {
    const { fetch, send, watch } = cmsFor({ id: 'otto' })
    let isAnswered = false
    void fetch(...SAVE).then(() => isAnswered = true)
    await vi.waitFor(() => expect(watch.getState().is).toBe('other'))
    void fetch(...SAVE).then(() => isAnswered = true)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(isAnswered).toBe(false)
    expect(send, 'what is saved after that is not even sent').toHaveBeenCalledTimes(1)
  })

  it('is refused when the person may not do it, as ever', async () => {
    const { watch } = cmsFor({ id: 'ida' })
    const fetch = guardRequests(watch, async () => new Response('forbidden', { status: 403 }))
    expect((await fetch(...SAVE)).status).toBe(403)
  })

  it.each([
    '/api/users/login',
    '/api/users/me',
    '/api/users/logout',
    'https://elsewhere.test/api/posts',
    '/section-kinds/prose.svg',
  ])('is left alone where it is not one: %s', async (url) => {
    const { fetch, send } = cmsFor(null)
    expect((await fetch(url)).status).toBe(401)
    expect(send.mock.calls[0]![1]?.headers).toBeUndefined()
  })
})
