import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Answer } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cookieNames } from '../../src/users/cookieNames.ts'
import { ADMIN, Cms, startCms } from './harness/cms.ts'
import { Feed } from './harness/Feed.ts'
import { problems } from './harness/Session.ts'

const COUNT_HASHES = { NODE_OPTIONS: `--import ${new URL('harness/countHashes.ts', import.meta.url).href}` }
const PASSWORD = 'battery staple'
const DEVICE_COOKIE = cookieNames('http://localhost:3001').device

let cms: Cms
beforeAll(async () => {
  cms = await startCms(COUNT_HASHES)
})
afterAll(() => cms.stop())

interface Try {
  password?: string
  /** The address that the proxy of the test, which is this machine, says it answers. */
  from?: string
  cookie?: string
  at?: Cms
}

function tryPassword(
  email: string,
  { password = 'wrong', from = '203.0.113.1', cookie, at = cms }: Try = {},
): Promise<Answer> {
  return at.stranger.send('POST', '/api/users/login', {
    body: { email, password },
    headers: { 'x-forwarded-for': from, ...(cookie && { cookie, origin: at.url }) },
  })
}

async function tryTimes(count: number, email: string, options: Try = {}): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < count; time++)
    statuses.push((await tryPassword(email, options)).status)
  return statuses
}

async function person(name: string): Promise<string> {
  return (await cms.as('writer', name)).person.email
}

function times(count: number, status: number): number[] {
  return Array.from<number>({ length: count }).fill(status)
}

function hashes(): number {
  return cms.output.filter(line => line.includes('hashed a password')).length
}

/** Signs in, and returns the cookie by which the device is known from then on. */
async function markedDevice(email: string, from = '198.51.100.77'): Promise<string> {
  const { headers } = await tryPassword(email, { password: PASSWORD, from })
  return headers.getSetCookie().find(cookie => cookie.startsWith(DEVICE_COOKIE))!.split(';')[0]!
}

describe('passwords for one account from one source', () => {
  it('are judged eight times, then refused with the time to wait', async () => {
    const email = await person('forgetful')
    expect(await tryTimes(8, email)).toEqual(times(8, 401))
    const refused = await tryPassword(email, { password: PASSWORD })
    expect(refused.status).toBe(429)
    expect(problems(refused)).toMatch(/^There were too many attempts\. Try again in \d+ minutes\.$/)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(540)
    expect(refused.headers.getSetCookie()).toEqual([])
  })

  it('are judged eight times though forty come at once to two CMS, the right one among them', async () => {
    const email = await person('hammered')
    const second = new Cms(cms.dataDir, cms.environment)
    try {
      await second.start()
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          tryPassword(email, { at: index % 2 ? second : cms, password: index === 39 ? PASSWORD : 'wrong' })),
      )
      const statuses = answers.map(({ status }) => status)
      expect(statuses.filter(status => status === 401).length).toBeLessThanOrEqual(8)
      expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(31)
      expect(new Set(statuses)).not.toContain(500)
    }
    finally {
      await second.kill()
    }
  })

  it('are not counted when they are right', async () => {
    const email = await person('regular')
    expect(await tryTimes(12, email, { password: PASSWORD })).toEqual(times(12, 200))
  })

  it('bar nobody at another source', async () => {
    const email = await person('bothered')
    await tryTimes(9, email)
    expect((await tryPassword(email, { password: PASSWORD, from: '203.0.113.2' })).status).toBe(200)
  })

  it('are one source in a network of IPv6', async () => {
    const email = await person('modern')
    for (let host = 1; host <= 8; host++)
      await tryPassword(email, { from: `2001:db8:0:1::${host}` })
    expect((await tryPassword(email, { from: '2001:db8:0:1:ffff::9', password: PASSWORD })).status).toBe(429)
    expect((await tryPassword(email, { from: '2001:db8:0:2::9', password: PASSWORD })).status).toBe(200)
  })

  it('are freed by an administrator, and by nobody else', async () => {
    const email = await person('freed')
    await tryTimes(9, email)
    const unlock = { body: { email } }
    expect((await cms.stranger.send('POST', '/api/users/unlock', unlock)).status).toBe(403)
    expect((await (await cms.as('editor')).send('POST', '/api/users/unlock', unlock)).status).toBe(403)
    expect((await (await cms.as('admin')).send('POST', '/api/users/unlock', unlock)).status).toBe(200)
    expect((await tryPassword(email, { password: PASSWORD })).status).toBe(200)
  })
})

describe('passwords from one source', () => {
  it('are judged forty times for whatever accounts', async () => {
    const from = '203.0.113.40'
    const statuses = await Promise.all(
      Array.from({ length: 45 }, (_, index) => tryPassword(`guess-${index}@example.com`, { from })),
    )
    expect(statuses.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(40)
    for (let index = 45; (await tryPassword(`guess-${index}@example.com`, { from })).status !== 429; index++)
      expect(index).toBeLessThan(100)
    expect((await tryPassword(ADMIN.email, { from, password: ADMIN.password })).status).toBe(429)
  })
})

describe('passwords for one account from everywhere', () => {
  it('are judged forty times; a device that has signed in before still gets in', async () => {
    const email = await person('famous')
    const cookie = await markedDevice(email)
    for (let host = 0; host < 40; host++)
      expect((await tryPassword(email, { from: `192.0.2.${host}` })).status).toBe(401)
    expect((await tryPassword(email, { from: '192.0.2.200', password: PASSWORD })).status).toBe(429)
    expect((await tryPassword(email, { from: '192.0.2.200', password: PASSWORD, cookie })).status).toBe(200)
  })
})

describe('a device mark', () => {
  it('is no credential, and has an allowance of its own', async () => {
    const email = await person('marked')
    const cookie = await markedDevice(email)
    expect(await tryTimes(9, email, { cookie })).toEqual([...times(8, 401), 429])
    expect((await tryPassword(email, { password: PASSWORD })).status).toBe(200)
  })

  it('counts for its own account only', async () => {
    const [mine, other] = [await person('mine'), await person('other')]
    const cookie = await markedDevice(mine)
    await tryTimes(8, other)
    expect((await tryPassword(other, { cookie, password: PASSWORD })).status).toBe(429)
  })

  it.each([
    ['that is made up', (cookie: string) => cookie.replace(/\..*/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
    ['of another device', (cookie: string) => cookie.replace(/=\w/, '=x')],
    ['that is cut short', (cookie: string) => cookie.slice(0, -1)],
  ])('%s counts for nothing', async (name, forge) => {
    const email = await person(`forged ${name}`.replaceAll(' ', '-'))
    const cookie = await markedDevice(email)
    await tryTimes(8, email)
    expect((await tryPassword(email, { cookie, password: PASSWORD })).status, 'as it was set').toBe(200)
    expect((await tryPassword(email, { cookie: forge(cookie), password: PASSWORD })).status).toBe(429)
  })

  it('ends with the password', async () => {
    const session = await cms.as('writer', 'changing')
    const { email, id } = session.person
    const cookie = await markedDevice(email)
    await session.update('users', id, { password: 'another staple' })
    await tryTimes(8, email)
    expect((await tryPassword(email, { cookie, password: 'another staple' })).status).toBe(429)
  })
})

describe('an account that there is and one that there is not', () => {
  it('are answered with the same words after the same work, before and after they are barred', async () => {
    const known = await person('known')
    const record = async (email: string) => {
      const answers = []
      for (let time = 0; time < 10; time++) {
        const before = hashes()
        const answer = await tryPassword(email, { from: '203.0.113.90' })
        await expect.poll(() => hashes() - before).toBe(answer.status === 401 ? 1 : 0)
        answers.push([answer.status, answer.text, [...answer.headers.keys()].filter(name => name !== 'date')])
      }
      return answers
    }
    await tryPassword('first-of-all@example.com', { from: '203.0.113.91' })
    expect(await record('nobody-at-all@example.com')).toEqual(await record(known))
  })
})

describe('the address of a request', () => {
  let unproxied: Cms
  beforeAll(async () => {
    unproxied = await startCms({ TRUSTED_PROXIES: '192.0.2.1' })
  })
  afterAll(() => unproxied.stop())

  it('is not what the client says, unless a trusted proxy says it', async () => {
    for (let host = 1; host <= 8; host++)
      await tryPassword(ADMIN.email, { at: unproxied, from: `203.0.113.${host}` })
    expect((await tryPassword(ADMIN.email, { at: unproxied, from: '203.0.113.9', password: ADMIN.password })).status)
      .toBe(429)
  })

  it('is the last one of those that were appended', async () => {
    const email = await person('appended')
    for (let host = 1; host <= 8; host++)
      await tryPassword(email, { from: `203.0.113.${host}, 198.51.100.50` })
    expect((await tryPassword(email, { from: '198.51.100.50', password: PASSWORD })).status).toBe(429)
  })
})

describe('counts of attempts', () => {
  let feed: Feed
  beforeAll(async () => {
    feed = await Feed.open(cms)
  })
  afterAll(() => feed.close())

  it('hold neither addresses nor networks, and are deleted once they have ended', async () => {
    const { trimAttempts } = await import('../../src/users/attempts/reserveAttempt.ts')
    const { db } = feed.payload
    await tryPassword('traceless@example.com', { from: '203.0.113.123' })
    const { docs } = await db.find({ collection: 'sign-in-attempts', pagination: false })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toMatch(/@|203\.0\.113/)
    await db.create({
      collection: 'sign-in-attempts',
      data: { key: 'ended', used: 8, endsAt: new Date(Date.now() - 1000).toISOString() },
    })
    await trimAttempts(db)
    expect((await db.count({ collection: 'sign-in-attempts' })).totalDocs).toBe(docs.length)
    expect(await db.findOne({ collection: 'sign-in-attempts', where: { key: { equals: 'ended' } } })).toBeNull()
  })

  it('are all that counts: an account that an earlier version had locked is open', async () => {
    const email = await person('locked-before')
    const lock = { loginAttempts: 9, lockUntil: new Date(Date.now() + 3_600_000) }
    if (inject('mongodb') !== null) {
      await (feed.payload.db as unknown as MongooseAdapter).collections.users!.collection.updateOne({ email }, {
        $set: lock,
      })
    }
    // The migration of SQLite has dropped the columns.
    expect((await tryPassword(email, { password: PASSWORD, from: '203.0.113.99' })).status).toBe(200)
  })

  it('begin again when their time is over, for one of many at once', async () => {
    const { reserveAttempt } = await import('../../src/users/attempts/reserveAttempt.ts')
    const { LIMITS } = await import('../../src/users/attempts/LIMITS.ts')
    const { db } = feed.payload
    const claim = { limit: 'device', subject: 'a device of the test' } as const
    await reserveAttempt(db, [claim])
    const { docs } = await db.find<{ id: string, key: string }>({
      collection: 'sign-in-attempts',
      sort: '-endsAt',
      where: { used: { equals: 1 }, account: { exists: false } },
      pagination: false,
    })
    for (const { id } of docs) {
      await db.updateOne({
        collection: 'sign-in-attempts',
        id,
        data: { used: LIMITS.device.max, endsAt: new Date(Date.now() - 1000).toISOString() },
      })
    }
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => reserveAttempt(db, [claim])))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMITS.device.max)
  })
})
