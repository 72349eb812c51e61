import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieNames } from '../../src/users/cookieNames.ts'
import { ADMIN, freePort, startCms } from '../integration/harness/cms.ts'

let cms: Cms
let admin: Session
let cookie: string

beforeAll(async () => {
  cms = await startCms({ CMS_URL: 'https://cms.example.com' })
  admin = await cms.as('admin')
  cookie = `${cookieNames('https://cms.example.com').session}=${admin.token}`
})
afterAll(() => cms.stop())

const PERSON = {
  email: 'intruder@example.com',
  name: 'Intruder',
  role: 'admin',
  password: 'a password of theirs',
  currentPassword: ADMIN.password,
}

/** Sends a form as a browser does for a page, without asking the CMS first whether it may. */
async function sendForm(headers: Record<string, string>) {
  const form = new FormData()
  form.set('_payload', JSON.stringify(PERSON))
  const { status } = await fetch(`${cms.url}/api/users`, { method: 'POST', body: form, headers })
  return { status, made: await admin.count('users', { where: { email: { equals: PERSON.email } } }) }
}

describe('a request that changes something, with the cookie of an administrator', () => {
  it.each([
    ['another port of the same host', async () => `http://127.0.0.1:${await freePort()}`],
    ['another host', async () => 'https://evil.example'],
    ['a subdomain', async () => 'https://pages.cms.example.com'],
    ['a host that begins like ours', async () => 'https://cms.example.com.evil.example'],
    ['a page that hides where it is', async () => 'null'],
  ])('does nothing from %s', async (_, origin) => {
    expect(await sendForm({ cookie, origin: await origin() })).toEqual({ status: 403, made: 0 })
  })

  it('does nothing without an origin, which every browser names', async () => {
    expect(await sendForm({ cookie })).toEqual({ status: 403, made: 0 })
  })

  it.each([
    ['PATCH', '/api/globals/site'],
    ['POST', '/api/users/logout'],
    ['DELETE', '/api/users?where[id][exists]=true'],
    ['PUT', '/api/posts/1'],
    ['POST', '/api/users/login'],
  ])('does nothing from elsewhere: %s %s', async (method, path) => {
    const answer = await cms.stranger.send(method, path, {
      headers: { cookie, origin: 'https://evil.example' },
      body: { email: 'admin@example.com', password: 'correct horse' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('does what it says from the admin, at its address and at its public one', async () => {
    expect(await sendForm({ cookie, origin: cms.url })).toEqual({ status: 201, made: 1 })
    const answer = await cms.stranger.send('POST', '/api/globals/site', {
      headers: { cookie, origin: 'https://cms.example.com' },
      body: { name: 'Ours' },
    })
    expect(answer.status).toBe(200)
  })

  it('needs no origin with a token, which no page of another site has', async () => {
    expect((await admin.send('POST', '/api/globals/site', { body: { name: 'Ours' } })).status).toBe(200)
  })
})

it('reads from another origin, as ever', async () => {
  expect((await cms.stranger.send('GET', '/api/posts', { headers: { origin: 'https://evil.example' } })).status).toBe(
    200,
  )
})
