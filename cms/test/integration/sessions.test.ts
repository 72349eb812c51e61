import type { SessionRow } from '../../src/users/sessions.ts'
import type { Cms } from './harness/cms.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { Feed } from './harness/Feed.ts'

const PASSWORD = 'battery staple'

let cms: Cms
let admin: Session
beforeAll(async () => {
  cms = await startCms()
  admin = await cms.as('admin')
})
afterAll(() => cms.stop())

describe('the sessions of a person', () => {
  it('are listed for them, newest first, with the one that asks marked', async () => {
    const [first, second] = await signInTwice('lister')
    const rows = await listOf(first, first)
    expect(rows.map(({ isThis }) => isThis)).toEqual([false, true])
    expect((await listOf(second, first)).map(({ isThis }) => isThis)).toEqual([true, false])
    const [{ begunAt, expiresAt }] = rows as [SessionRow]
    expect(Math.abs(Date.parse(begunAt) - Date.now())).toBeLessThan(60_000)
    expect((Date.parse(expiresAt) - Date.parse(begunAt)) / 3_600_000).toBeCloseTo(12, 2)
  })

  it('are listed for administrators, without what they are known by', async () => {
    const [first] = await signInTwice('watched')
    const answer = await admin.send<{ docs: SessionRow[] }>('GET', `/api/users/${first.person.id}/sessions`)
    expect(answer.body.docs.map(({ isThis }) => isThis)).toEqual([false, false])
    expect(answer.text).not.toContain(sidOf(first))
  })

  it('end one by one, at once', async () => {
    const [first, second] = await signInTwice('ender')
    const other = (await listOf(first, first)).find(({ isThis }) => !isThis)!
    expect((await first.send('DELETE', `/api/users/${first.person.id}/sessions/${other.key}`)).body).toEqual({
      ended: 1,
    })
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([true, false])
    expect(
      (await second.send('GET', '/api/posts', { query: { draft: true, where: { _status: { equals: 'draft' } } } }))
        .body,
    ).toMatchObject({ docs: [] })
    expect((await second.send('POST', '/api/users/refresh-token')).status).toBeGreaterThanOrEqual(400)
    expect((await first.send('DELETE', `/api/users/${first.person.id}/sessions/${other.key}`)).status).toBe(404)
  })

  it('end all but the one that asks', async () => {
    const [first, second] = await signInTwice('cleaner')
    const third = await cms.stranger.signIn(first.person.email, PASSWORD)
    expect((await second.send('DELETE', `/api/users/${first.person.id}/sessions`)).body).toEqual({ ended: 2 })
    expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(third)]).toEqual([false, true, false])
  })

  it('end all when an administrator says so, who stays', async () => {
    const [first, second] = await signInTwice('dismissed')
    expect((await admin.send('DELETE', `/api/users/${first.person.id}/sessions`)).body).toEqual({ ended: 2 })
    expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(admin)]).toEqual([false, false, true])
    await cms.stranger.signIn(first.person.email, PASSWORD)
  })

  it('change nothing else when they end', async () => {
    const [first] = await signInTwice('unchanged')
    const before = await admin.get('users', first.person.id)
    await admin.send('DELETE', `/api/users/${first.person.id}/sessions`)
    expect(await admin.get('users', first.person.id)).toEqual(before)
  })

  it('are nobody else’s business', async () => {
    const [first] = await signInTwice('private')
    const [{ key }] = await listOf(first, first) as [SessionRow]
    for (const asker of [cms.stranger, await cms.as('editor'), await cms.as('writer'), await cms.as('marketer')]) {
      for (
        const [method, path] of [['GET', 'sessions'], ['DELETE', 'sessions'], ['DELETE', `sessions/${key}`]] as const
      )
        expect((await asker.send(method, `/api/users/${first.person.id}/${path}`)).status).toBe(403)
    }
    expect(await isSignedIn(first)).toBe(true)
    expect((await admin.send('GET', '/api/users/nobody/sessions')).status).toBe(404)
  })
})

describe('a session', () => {
  let feed: Feed
  beforeAll(async () => {
    feed = await Feed.open(cms)
  })
  afterAll(() => feed.close())

  it.each([
    ['12 hours without a sign of life', { createdAt: hoursFromNow(-13), expiresAt: hoursFromNow(-1) }],
    ['30 days, however often it was renewed', { createdAt: hoursFromNow(-30 * 24 - 1), expiresAt: hoursFromNow(11) }],
  ])('ends after %s', async (_, times) => {
    const [session, other] = await signInTwice(`ended-${times.expiresAt.slice(0, 13)}`)
    await setTimes(session, times)
    expect([await isSignedIn(session), await isSignedIn(other)]).toEqual([false, true])
    expect((await session.send('POST', '/api/users/refresh-token')).status).toBe(403)
    expect(await listOf(other, other)).toHaveLength(1)
  })

  it('is renewed for 12 hours, and never beyond 30 days', async () => {
    const [session] = await signInTwice('renewed')
    await setTimes(session, { createdAt: hoursFromNow(-30 * 24 + 5), expiresAt: hoursFromNow(1) })
    expect((await session.send('POST', '/api/users/refresh-token')).status).toBe(200)
    const own = (await listOf(session, session)).find(({ isThis }) => isThis)!
    expect((Date.parse(own.expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(5, 1)
  })

  async function setTimes(session: Session, times: object): Promise<void> {
    const user = await feed.payload.db.findOne<{ id: string, sessions: { id: string }[] }>({
      collection: 'users',
      where: { id: { equals: session.person.id } },
    })
    const sessions = user!.sessions.map(row => row.id === sidOf(session) ? { ...row, ...times } : row)
    await feed.payload.db.updateOne({
      collection: 'users',
      id: session.person.id,
      data: { sessions },
      returning: false,
    })
  }
})

function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}

async function signInTwice(name: string): Promise<[Session, Session]> {
  const first = await cms.as('writer', name)
  return [first, await cms.stranger.signIn(first.person.email, PASSWORD)]
}

async function listOf(asker: Session, { person }: Session): Promise<SessionRow[]> {
  return (await asker.send<{ docs: SessionRow[] }>('GET', `/api/users/${person.id}/sessions`)).body.docs
}

async function isSignedIn(session: Session): Promise<boolean> {
  return (await session.send<{ user: unknown }>('GET', '/api/users/me')).body.user !== null
}

/** What the session is known by: it stands in the token. */
function sidOf({ token }: Session): string {
  return (JSON.parse(atob(token.split('.')[1]!)) as { sid: string }).sid
}
