import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SERVICE_KEY, startCms } from '../integration/harness/cms.ts'
import { factorPath, setUpFactor } from '../integration/harness/factor.ts'
import { openInAdmin } from '../integration/harness/openInAdmin.ts'
import { problems } from '../integration/harness/Session.ts'

const REASON
  = 'Your role needs a second factor. Set it up in the admin, under /admin/second-factor, to do anything else.'

let cms: Cms
let admin: Session
let writer: Session
beforeAll(async () => {
  cms = await startCms({ REQUIRE_SECOND_FACTOR: 'admin, editor' })
  admin = await cms.as('admin')
})
afterAll(() => cms.stop())

it('a user whose role needs a factor can only set it up', async () => {
  const { id } = admin.person
  for (
    const [method, path] of [
      ['GET', '/api/posts'],
      ['GET', '/api/users'],
      ['GET', `/api/users/${id}`],
      ['PATCH', `/api/users/${id}`],
      ['POST', '/api/users'],
      ['GET', '/api/access'],
      ['GET', '/api/globals/site'],
      ['GET', `/api/users/${id}/sessions`],
      ['DELETE', '/api/users/somebody/second-factor'],
      ['POST', '/api/users/unlock'],
      ['GET', '/api/payload-preferences/nav'],
    ] as const
  ) {
    const answer = await admin.send(method, path, { body: method === 'GET' ? undefined : {} })
    expect([path, answer.status, problems(answer)]).toEqual([path, 403, REASON])
  }
  expect((await admin.send<{ user: { id: string } }>('GET', '/api/users/me')).body.user.id).toBe(id)
  expect((await admin.send('POST', '/api/users/refresh-token')).status).toBe(200)
  expect((await admin.send('GET', factorPath(admin))).status).toBe(200)
})

it('the admin leads them to the set-up, from every page, and its functions do nothing', async () => {
  for (
    const path of ['', '/account', '/collections/posts', `/collections/users/${admin.person.id}`, '/second-factor/x']
  ) {
    const page = await admin.send('GET', `/admin${path}`)
    expect([path, page.status, page.headers.get('location') ?? page.text]).toEqual([
      path,
      expect.any(Number),
      expect.stringContaining('/admin/second-factor'),
    ])
  }
  expect((await admin.send('GET', '/admin/second-factor')).text).toContain('Set up your second factor')
  await expect(openInAdmin(admin, 'users', admin.person.id)).rejects.toThrow('500')
})

it('the page of the set-up is for those who are signed in', async () => {
  const page = await cms.stranger.send('GET', '/admin/second-factor')
  expect(page.headers.get('location') ?? page.text).toContain('/admin/login')
})

it('all is open once it is set up, in the same session', async () => {
  await setUpFactor(admin)
  expect((await admin.send('GET', '/api/users')).status).toBe(200)
  expect((await admin.send('GET', '/admin/collections/posts')).text).not.toContain('/admin/second-factor')
})

it('neither other roles, nor visitors, nor the service key are concerned', async () => {
  writer = await cms.as('writer')
  expect((await writer.send('GET', '/api/users')).status).toBe(200)
  expect((await cms.stranger.send('GET', '/api/posts')).status).toBe(200)
  expect(
    (await cms.stranger.send('GET', '/api/changes', {
      query: { after: 0 },
      headers: { authorization: `Bearer ${SERVICE_KEY}` },
    })).status,
  ).toBe(200)
})

it('a new role needs it from the next request on, and a factor that is gone is needed again', async () => {
  await admin.update('users', writer.person.id, { role: 'editor' })
  expect(problems(await writer.send('GET', '/api/users'))).toBe(REASON)
  await setUpFactor(writer)
  expect((await writer.send('GET', '/api/users')).status).toBe(200)
  expect((await writer.send('DELETE', factorPath(writer))).status).toBe(200)
  expect(problems(await writer.send('GET', '/api/users'))).toBe(REASON)
})
