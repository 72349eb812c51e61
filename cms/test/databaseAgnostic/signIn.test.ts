import type { Cms } from '../integration/harness/cms.ts'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieNames } from '../../src/users/cookieNames.ts'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { problems } from '../integration/harness/Session.ts'

/** As it is where nothing says otherwise. */
const CMS_URL = 'http://localhost:3001'

let cms: Cms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

describe('signing in', () => {
  const signIn = (email: string, password: string) =>
    cms.stranger.send('POST', '/api/users/login', { body: { email, password } })

  it('is for those who know their password', async () => {
    expect((await signIn(ADMIN.email, ADMIN.password)).status).toBe(200)
    expect((await signIn(ADMIN.email, 'wrong')).status).toBe(401)
  })

  it('does not tell whether there is an account', async () => {
    await cms.as('writer')
    const [known, unknown] = [await signIn('writer@example.com', 'wrong'), await signIn('nobody@example.com', 'wrong')]
    expect([unknown.status, problems(unknown)]).toEqual([known.status, problems(known)])
    const forgot = await Promise.all(
      ['writer@example.com', 'nobody@example.com'].map(email =>
        cms.stranger.send('POST', '/api/users/forgot-password', { body: { email } }),
      ),
    )
    expect(forgot[0]!.text).toBe(forgot[1]!.text)
    expect(forgot[0]!.text).not.toMatch(/[0-9a-f]{20}/)
  })

  it('ends with signing out', async () => {
    const session = await cms.stranger.signIn(ADMIN.email, ADMIN.password)
    expect((await session.send<{ user: unknown }>('GET', '/api/users/me')).body.user).not.toBeNull()
    await session.send('POST', '/api/users/logout')
    expect((await session.send<{ user: unknown }>('GET', '/api/users/me')).body.user).toBeNull()
  })

  it('ends everywhere else when the password is changed', async () => {
    const account = { email: 'careful@example.com', password: 'battery staple' }
    await (await cms.as('admin')).create('users', { ...account, name: 'Careful', role: 'writer' })
    const [here, elsewhere] = [
      await cms.stranger.signIn(account.email, account.password),
      await cms.stranger.signIn(account.email, account.password),
    ]
    await here.update('users', here.person.id, { password: 'another staple' })
    expect((await elsewhere.send<{ user: unknown }>('GET', '/api/users/me')).body.user).toBeNull()
    expect((await here.send<{ user: unknown }>('GET', '/api/users/me')).body.user).not.toBeNull()
  })

  it('counts for nothing once the account is deleted', async () => {
    const admin = await cms.as('admin')
    const leaver = await cms.as('editor', 'leaver')
    await admin.delete('users', leaver.person.id)
    expect((await leaver.send('GET', '/api/users')).status).toBe(403)
  })

  it('sets cookies that scripts cannot read, named after the instance', async () => {
    const cookies = (await signIn(ADMIN.email, ADMIN.password)).headers.getSetCookie()
    expect(cookies.map(cookie => cookie.split('=')[0])).toEqual([
      cookieNames(CMS_URL).session,
      cookieNames(CMS_URL).device,
    ])
    for (const cookie of cookies)
      expect(cookie).toMatch(/; HttpOnly(?:=true)?; SameSite=(?:Lax|Strict)$/)
    expect(cookies.join()).not.toMatch(/secure/i)
    expect(cookieNames('http://localhost:4001').session).not.toBe(cookieNames(CMS_URL).session)
  })

  it('sets cookies for encrypted connections to this host alone, where the address of the CMS is https', async () => {
    const secure = await startCms({ CMS_URL: 'https://cms.example.com' })
    try {
      const answer = await secure.stranger.send('POST', '/api/users/login', { body: ADMIN })
      for (const cookie of answer.headers.getSetCookie())
        expect(cookie).toMatch(/^__Host-masthead-\w+-(?:token|device)=.*; Path=\/; Secure/)
      const [cookie] = answer.headers.getSetCookie()[0]!.split(';')
      const me = (cookie: string) =>
        secure.stranger.send<{ user: unknown }>('GET', '/api/users/me', { headers: { cookie } })
      expect((await me(cookie!)).body.user).not.toBeNull()
      // Any page of the domain could have set this one.
      expect((await me(cookie!.replace('__Host-', ''))).body.user).toBeNull()
    }
    finally {
      await secure.stop()
    }
  })

  it('is possible any number of times at once, and every session is kept', async () => {
    const { email } = (await cms.as('writer', 'many')).person
    const sessions = await Promise.all(Array.from({ length: 8 }, () => cms.stranger.signIn(email, 'battery staple')))
    const people = await Promise.all(
      sessions.map(async session =>
        (await session.send<{ user: { email: string } | null }>('GET', '/api/users/me')).body.user?.email,
      ),
    )
    expect(people).toEqual(sessions.map(() => email))
  })
})

describe('the last administrator', () => {
  it('stays one, and stays', async () => {
    const admin = await cms.as('admin')
    for (const [method, body] of [['PATCH', { role: 'editor' }], ['DELETE', undefined]] as const) {
      const answer = await admin.send(method, `/api/users/${admin.person.id}`, { body })
      expect([answer.status, problems(answer)]).toEqual([
        409,
        'This is the only administrator. Make another user one first.',
      ])
    }
    await admin.send('DELETE', '/api/users', { query: { where: { id: { exists: true } } } })
    expect((await admin.send('GET', '/api/users')).status).toBe(200)
  })

  it('may go when there is another', async () => {
    const admin = await cms.as('admin')
    const second = await cms.as('admin', 'second')
    await second.update('users', admin.person.id, { role: 'editor' })
    expect((await second.send('DELETE', `/api/users/${second.person.id}`)).status).toBe(409)
    await second.update('users', admin.person.id, { role: 'admin' })
    await second.delete('users', second.person.id)
  })

  it('stays when two resign at once', async () => {
    const admin = await cms.as('admin')
    const third = await cms.as('admin', 'third')
    await Promise.all(
      [admin, third].map(session =>
        session.send('PATCH', `/api/users/${session.person.id}`, { body: { role: 'editor' } }),
      ),
    )
    const roles = await Promise.all(
      [admin, third].map(async session =>
        (await session.send<{ role: string }>('GET', `/api/users/${session.person.id}`)).body.role,
      ),
    )
    expect(roles).toContain('admin')
  })
})

describe('the first administrator', () => {
  let parent: string
  let dataDir: string
  let unclaimed: Cms
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'masthead-modes-'))
    dataDir = join(parent, 'data')
    unclaimed = await startCms({ DATA_DIR: dataDir, ADMIN_PASSWORD: undefined })
  })
  afterAll(async () => {
    await unclaimed?.stop()
    await rm(parent, { recursive: true })
  })

  it('is not printed when the password was given', () => {
    expect(cms.output.join('\n')).not.toContain(ADMIN.password)
  })

  it('cannot be somebody from the network', async () => {
    const claim = { email: 'me@example.com', name: 'Me', password: 'battery staple', role: 'admin' }
    for (const path of ['/api/users/first-register', '/api/users', '/api/users/register-first-user'])
      expect((await unclaimed.stranger.send('POST', path, { body: claim })).status).toBeGreaterThanOrEqual(403)
    const page = await unclaimed.stranger.send('GET', '/admin/create-first-user')
    // The page has begun when Payload finds that there is somebody: it is a redirection all the same, without a form.
    expect(page.text).toContain('NEXT_REDIRECT;replace;/admin;')
    expect(page.text).not.toContain('confirm-password')
    expect((await unclaimed.stranger.send('POST', '/api/users/login', { body: claim })).status).toBe(401)
  })

  it('keeps what is written down for the owner of the machine alone to read', async () => {
    expect((await stat(dataDir)).mode & 0o077).toBe(0)
  })

  it('has the password that was generated and printed once, and never again', async () => {
    const line = unclaimed.output.find(line => line.startsWith('First administrator:'))
    const [, password] = /password (\S+)/.exec(line ?? '') ?? []
    expect((await unclaimed.stranger.signIn(ADMIN.email, password!)).person.email).toBe(ADMIN.email)
    expect(await readdir(dataDir)).not.toContain('first-admin-password')

    await unclaimed.kill()
    await unclaimed.start()
    expect(unclaimed.output.filter(line => line.includes(password!))).toHaveLength(1)
    expect(await (await unclaimed.stranger.signIn(ADMIN.email, password!)).count('users')).toBe(1)
  })
})
