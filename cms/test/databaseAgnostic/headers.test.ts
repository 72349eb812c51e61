import type { Cms } from '../integration/harness/cms.ts'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { observatoryPoints, observatoryScore } from '../../../shared/test/observatory.ts'
import { cmsServer } from '../../../tools/src/build.ts'
import { cookieNames } from '../../src/users/cookieNames.ts'
import { startCms } from '../integration/harness/cms.ts'
import { uploadPicture } from '../integration/harness/content.ts'

const STATIC = '.next/static/chunks'

const script = `/_next/static/chunks/${readdirSync(join(dirname(cmsServer), STATIC)).find(name => name.endsWith('.js'))}`

const SESSION_COOKIE = cookieNames('http://localhost:3001').session

let cms: Cms
let picture: string
beforeAll(async () => {
  cms = await startCms()
  picture = (await uploadPicture(await cms.as('editor'))).url!
})
afterAll(() => cms.stop())

describe('every answer', () => {
  it.each([
    ['GET', '/admin'],
    ['GET', '/admin/login'],
    ['GET', '/admin/collections/posts'],
    ['GET', '/admin/reset/a-token'],
    ['GET', '/admin/never/there'],
    ['GET', '/never-there'],
    ['GET', '/'],
    ['GET', '/healthz'],
    ['GET', script],
    ['GET', '/api/posts'],
    ['GET', '/api/never-there'],
    ['GET', '/api/posts?page=x'],
    ['POST', '/api/users/login'],
    ['OPTIONS', '/api/posts'],
    ['GET', 'a picture'],
  ])('has the security headers: %s %s', async (method, path) => {
    const { headers } = await cms.stranger.send(method, path === 'a picture' ? picture : path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': expect.stringMatching(/default-src '(?:none|self)'.*frame-ancestors 'self'/),
    })
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it.each(['/admin', '/admin/login', '/admin/collections/posts', '/admin/reset/a-token', '/admin/never/there'])('of %s is kept by nobody, whoever asks', async (path) => {
    for (const session of [cms.stranger, await cms.as('admin')]) {
      const { headers } = await session.send('GET', path, { headers: session.token ? { cookie: `${SESSION_COOKIE}=${session.token}` } : {} })
      expect(headers.get('cache-control')).toContain('no-store')
    }
  })

  it('to a user is kept by nobody', async () => {
    const admin = await cms.as('admin')
    for (const [method, path] of [['GET', '/api/posts'], ['GET', '/api/users/me'], ['GET', '/api/users'], ['GET', '/api/globals/site'], ['POST', '/api/users/refresh-token'], ['GET', '/api/never-there']] as const) {
      expect((await admin.send(method, path)).headers.get('cache-control'), path).toBe('no-store')
      const byCookie = await cms.stranger.send(method, path, { headers: { cookie: `a=b; ${SESSION_COOKIE}=${admin.token}`, origin: cms.url } })
      expect(byCookie.headers.get('cache-control'), path).toBe('no-store')
    }
    const signIn = await cms.stranger.send('POST', '/api/users/login', { body: { email: admin.person.email, password: 'correct horse' } })
    expect([signIn.status, signIn.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })
})

describe('the content security policy of the admin', () => {
  it('has a nonce that no other answer has, and the scripts of the page have it', async () => {
    const nonces = new Set<string>()
    for (let time = 0; time < 3; time++) {
      const { headers, text } = await cms.stranger.send('GET', '/admin/login')
      const policy = headers.get('content-security-policy')!
      const [, nonce] = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)!
      nonces.add(nonce!)
      const scripts = text.match(/<script\b[^>]*>/g)!
      expect(scripts.length).toBeGreaterThan(0)
      expect(scripts.filter(script => !script.includes(`nonce="${nonce}"`))).toEqual([])
    }
    expect(nonces.size).toBe(3)
  })

  it('is not that which a request brings along', async () => {
    const { headers, text } = await cms.stranger.send('GET', '/admin/login', { headers: { 'content-security-policy': 'script-src \'nonce-mine\'' } })
    expect(headers.get('content-security-policy')).not.toContain('mine')
    expect(text).not.toContain('nonce="mine"')
  })
})

describe('over HTTPS, with HSTS', () => {
  it('the operator’s time is on every answer, and the HTTP Observatory gives an A+', async () => {
    const secure = await startCms({ CMS_URL: 'https://cms.example.com', HSTS_MAX_AGE: '31536000' })
    try {
      for (const path of ['/admin', '/admin/login', '/api/posts', '/never-there']) {
        const { headers, text: html } = await secure.stranger.send('GET', path, { headers: { origin: 'https://elsewhere.example' } })
        expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
        const losses = Object.entries(observatoryPoints({ headers, html })).filter(([, points]) => points < 0)
        expect(losses, path).toEqual([])
        expect(observatoryScore({ headers, html }), path).toBeGreaterThanOrEqual(100)
      }
    }
    finally {
      await secure.stop()
    }
  })
})
