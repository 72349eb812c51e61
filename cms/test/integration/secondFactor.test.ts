import type { SecondFactor } from '@masthead/shared/payload-types'
import type { PayloadRequest, RequestContext } from 'payload'
import type { NewRecoveryCodes, SecondFactorState, SetUp } from '../../src/users/secondFactor/secondFactorEndpoints.ts'
import type { Factor } from './harness/factor.ts'
import type { Answer, Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cms, startCms } from './harness/cms.ts'
import { codeOf, factorPath, setUpFactor } from './harness/factor.ts'
import { Feed } from './harness/Feed.ts'
import { problems } from './harness/Session.ts'

const COUNT_HASHES = { NODE_OPTIONS: `--import ${new URL('harness/countHashes.ts', import.meta.url).href}` }
const PASSWORD = 'battery staple'

let cms: Cms
let feed: Feed
let admin: Session
beforeAll(async () => {
  cms = await startCms(COUNT_HASHES)
  feed = await Feed.open(cms)
  admin = await cms.as('admin')
})
afterAll(async () => {
  await feed?.close()
  await cms?.stop()
})

interface Try {
  password?: string
  code?: string
  headers?: Record<string, string>
  at?: Cms
}

/** The reason that an answer gives to programs. */
interface Refusal {
  errors: { data?: { code: string } }[]
}

function signIn(
  { person }: Session,
  { password = PASSWORD, code, headers, at = cms }: Try = {},
): Promise<Answer<Refusal>> {
  return at.stranger.send('POST', '/api/users/login', { body: { email: person.email, password, code }, headers })
}

async function reasonOf(answer: Promise<Answer<Refusal>>): Promise<[number, string | undefined]> {
  const { status, body } = await answer
  return [status, body.errors?.[0]?.data?.code]
}

async function stateOf(session: Session): Promise<SecondFactorState> {
  return (await session.send<SecondFactorState>('GET', factorPath(session))).body
}

async function isSignedIn(session: Session): Promise<boolean> {
  return (await session.send<{ user: unknown }>('GET', '/api/users/me')).body.user !== null
}

/** As if no code had been used yet. */
async function forgetUsedCodes({ person }: Session): Promise<void> {
  await feed.payload.db.updateOne({
    collection: 'second-factors',
    where: { user: { equals: person.id } },
    data: { lastStep: 0 },
  })
}

async function writerWithFactor(name: string): Promise<{ writer: Session, factor: Factor }> {
  const writer = await cms.as('writer', name)
  return { writer, factor: await setUpFactor(writer) }
}

function hashes(): number {
  return cms.output.filter(line => line.includes('hashed a password')).length
}

describe('setting up an authenticator app', () => {
  it('takes the current password', async () => {
    const writer = await cms.as('writer', 'confirming')
    const without = await writer.withoutPassword.send('POST', factorPath(writer, 'totp'))
    expect([without.status, problems(without)]).toEqual([
      400,
      expect.stringContaining('currentPassword: Enter your current password to do this.'),
    ])
    const wrong = await writer.withoutPassword.send('POST', factorPath(writer, 'totp'), {
      headers: { 'x-current-password': 'wrong' },
    })
    expect([wrong.status, problems(wrong)]).toEqual([
      400,
      expect.stringContaining('This is not your current password.'),
    ])
  })

  it('is done once a code confirms it', async () => {
    const writer = await cms.as('writer', 'beginner')
    const { body: { key, qrCode }, status, headers } = await writer.send<SetUp>('POST', factorPath(writer, 'totp'))
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect(qrCode.path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/)
    expect(await stateOf(writer)).toEqual({ addedAt: null, passkeys: [], recoveryCodesLeft: 0 })
    expect((await signIn(writer)).status).toBe(200)

    const wrong = await writer.send('POST', factorPath(writer, 'totp/confirm'), {
      body: { code: codeOf(key, Date.now() - 3_600_000) },
    })
    expect([wrong.status, problems(wrong)]).toEqual([400, expect.stringContaining('This code is wrong.')])
    const empty = await writer.send('POST', factorPath(writer, 'totp/confirm'), { body: {} })
    expect([empty.status, problems(empty)]).toEqual([400, 'Give the code that your app shows as “code”.'])
    expect(await stateOf(writer)).toMatchObject({ addedAt: null })

    const right = await writer.send<NewRecoveryCodes>('POST', factorPath(writer, 'totp/confirm'), {
      body: { code: codeOf(key) },
    })
    expect(right.body.recoveryCodes).toHaveLength(10)
    expect(await stateOf(writer)).toEqual({ addedAt: expect.any(String), passkeys: [], recoveryCodesLeft: 10 })
    expect(await reasonOf(signIn(writer))).toEqual([401, 'second-factor-required'])
  })

  it('ends the sessions that began without it, and not its own', async () => {
    const writer = await cms.as('writer', 'elsewhere')
    const other = await cms.stranger.signIn(writer.person.email, PASSWORD)
    await setUpFactor(writer)
    expect([await isSignedIn(writer), await isSignedIn(other)]).toEqual([true, false])
    expect((await other.send('POST', '/api/users/refresh-token')).status).toBe(403)
    expect((await writer.send('POST', '/api/users/refresh-token')).status).toBe(200)
  })

  it('has a quarter of an hour', async () => {
    const writer = await cms.as('writer', 'slow')
    const { body: { key } } = await writer.send<SetUp>('POST', factorPath(writer, 'totp'))
    await feed.payload.db.updateOne({
      collection: 'second-factors',
      where: { user: { equals: writer.person.id } },
      data: { pendingUntil: new Date(Date.now() - 1000).toISOString() },
    })
    const late = await writer.send('POST', factorPath(writer, 'totp/confirm'), { body: { code: codeOf(key) } })
    expect([late.status, problems(late)]).toEqual([409, expect.stringContaining('Begin again.')])
  })

  it('allows eight wrong codes in ten minutes', async () => {
    const writer = await cms.as('writer', 'guessing')
    const { body: { key } } = await writer.send<SetUp>('POST', factorPath(writer, 'totp'))
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () =>
        writer.send('POST', factorPath(writer, 'totp/confirm'), { body: { code: codeOf(key, 0) } })),
    )
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(8)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(4)
  })

  it('puts another phone in the place of the first', async () => {
    const { writer, factor } = await writerWithFactor('renewing')
    const second = await setUpFactor(writer)
    expect(await reasonOf(signIn(writer, { code: factor.nextCode }))).toEqual([401, 'second-factor-wrong'])
    expect(await reasonOf(signIn(writer, { code: factor.recoveryCodes[0] }))).toEqual([401, 'second-factor-wrong'])
    expect((await signIn(writer, { code: second.nextCode })).status).toBe(200)
  })

  it('begun twice at once has one secret', async () => {
    const writer = await cms.as('writer', 'hasty')
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => writer.send<SetUp>('POST', factorPath(writer, 'totp'))),
    )
    expect(begun.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const confirmed = []
    for (const { body: { key } } of begun) {
      confirmed.push(
        (await writer.send('POST', factorPath(writer, 'totp/confirm'), { body: { code: codeOf(key) } })).status,
      )
    }
    expect(confirmed.filter(status => status === 200)).toHaveLength(1)
  })

  it('is turned off with the current password', async () => {
    const { writer } = await writerWithFactor('leaving')
    const without = await writer.withoutPassword.send('DELETE', factorPath(writer))
    expect([without.status, problems(without)]).toEqual([400, expect.stringContaining('currentPassword')])
    expect((await writer.send('DELETE', factorPath(writer))).status).toBe(200)
    expect(await stateOf(writer)).toEqual({ addedAt: null, passkeys: [], recoveryCodesLeft: 0 })
    expect((await signIn(writer)).status).toBe(200)
  })
})

describe('a sign-in with a second factor', () => {
  it('takes the code, in the body or the header', async () => {
    const { writer, factor: { key, nextCode } } = await writerWithFactor('regular')
    const answer = await signIn(writer, { code: `${nextCode.slice(0, 3)} ${nextCode.slice(3)}` })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toHaveLength(2)
    await forgetUsedCodes(writer)
    expect((await signIn(writer, { headers: { 'x-second-factor': codeOf(key) } })).status).toBe(200)
  })

  it('gives no session for the password alone', async () => {
    const { writer } = await writerWithFactor('guarded')
    const answer = await signIn(writer)
    expect([answer.status, answer.body]).toEqual([401, {
      errors: [{
        name: 'SecondFactorError',
        message: 'Enter the code from your authenticator app or a recovery code, or use a passkey.',
        data: { code: 'second-factor-required', hasApp: true },
      }],
    }])
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await writer.send<{ docs: unknown[] }>('GET', `/api/users/${writer.person.id}/sessions`)).body.docs)
      .toHaveLength(1)
  })

  it('takes a code once, of six that come at once', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('twice')
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(writer, { code: nextCode })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401])
    expect(await reasonOf(signIn(writer, { code: nextCode }))).toEqual([401, 'second-factor-wrong'])
  })

  it('takes no code that is older than one that was used', async () => {
    const { writer, factor: { key, nextCode } } = await writerWithFactor('backwards')
    expect((await signIn(writer, { code: nextCode })).status).toBe(200)
    expect(await reasonOf(signIn(writer, { code: codeOf(key) }))).toEqual([401, 'second-factor-wrong'])
  })

  it('answers a wrong password like an account without one, after the same work, and uses no code up', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('discreet')
    const plain = await cms.as('writer', 'plain')
    const before = hashes()
    const guarded = await signIn(writer, { password: 'wrong', code: nextCode })
    await expect.poll(() => hashes() - before).toBe(1)
    const open = await signIn(plain, { password: 'wrong', code: nextCode })
    expect([guarded.status, guarded.text]).toEqual([open.status, open.text])
    expect((await signIn(writer, { code: nextCode })).status).toBe(200)
  })

  it('is judged eight times, wrong codes and wrong passwords together', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('attacked')
    for (let time = 0; time < 4; time++) {
      expect((await signIn(writer, { password: 'wrong' })).status).toBe(401)
      expect((await signIn(writer, { code: '000000' })).status).toBe(401)
    }
    const refused = await signIn(writer, { code: nextCode })
    expect([refused.status, problems(refused)]).toEqual([429, expect.stringMatching(/Try again in \d+ minutes/)])
  })

  it('counts no sign-in that was only asked for its code', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('asked')
    for (let time = 0; time < 12; time++)
      expect(await reasonOf(signIn(writer))).toEqual([401, 'second-factor-required'])
    expect((await signIn(writer, { code: nextCode })).status).toBe(200)
  })

  it.each([['000000 '], ['%'], ['☂'], ['x'.repeat(5000)], [{ in: ['000000'] }], [123456]])(
    'refuses %j as a code',
    async (code) => {
      const { writer } = await writerWithFactor(
        `odd-${String(code).codePointAt(0)}-${typeof code}-${String(code).length}`,
      )
      expect((await signIn(writer, { code: code as string })).status).toBe(401)
    },
  )

  it('gives a session that goes on as any other', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('staying')
    const session = await cms.stranger.signIn(writer.person.email, PASSWORD, nextCode)
    expect((await session.send('POST', '/api/users/refresh-token')).status).toBe(200)
    expect(await isSignedIn(session)).toBe(true)
  })

  it('is needed by every operation that begins a session', async () => {
    const { writer } = await writerWithFactor('inner')
    const { requireSecondFactor } = await import('../../src/users/secondFactor/requireSecondFactor.ts')
    const { config } = feed.payload.collections.users
    expect(config.hooks.beforeLogin).toContain(requireSecondFactor)
    const begin = async (context: RequestContext) =>
      requireSecondFactor({
        collection: config,
        context,
        req: { payload: feed.payload } as PayloadRequest,
        user: writer.person as never,
      })
    for (const context of [{}, { secondFactorPassedBy: admin.person.id }])
      await expect(begin(context)).rejects.toMatchObject({ status: 401, data: { code: 'second-factor-required' } })
    await begin({ secondFactorPassedBy: writer.person.id })
    expect((await writer.send<{ docs: unknown[] }>('GET', `/api/users/${writer.person.id}/sessions`)).body.docs)
      .toHaveLength(1)
    expect(
      (await cms.stranger.send('POST', '/api/graphql', {
        body: { query: 'mutation { loginUser(email: "a", password: "b") { token } }' },
      })).status,
    ).toBe(404)
  })

  it('follows a new password that was chosen with a link, which signs nobody in', async () => {
    const { writer, factor: { nextCode } } = await writerWithFactor('forgetful')
    const { body: { url } } = await admin.send<{ url: string }>('POST', `/api/users/${writer.person.id}/one-time-link`)
    const reset = await cms.stranger.send<{ user: unknown, token?: string }>('POST', '/api/users/reset-password', {
      body: { token: url.split('/').at(-1), password: 'a new staple' },
    })
    expect([reset.status, reset.body.user, reset.body.token, reset.headers.getSetCookie()]).toEqual([
      200,
      null,
      undefined,
      [],
    ])
    expect((await admin.send<{ docs: unknown[] }>('GET', `/api/users/${writer.person.id}/sessions`)).body.docs).toEqual(
      [],
    )
    expect(await reasonOf(signIn(writer, { password: 'a new staple' }))).toEqual([401, 'second-factor-required'])
    expect((await signIn(writer, { password: 'a new staple', code: nextCode })).status).toBe(200)
  })

  it('is no matter of those who have none: a link signs them in', async () => {
    const writer = await cms.as('writer', 'without')
    const { body: { url } } = await admin.send<{ url: string }>('POST', `/api/users/${writer.person.id}/one-time-link`)
    const reset = await cms.stranger.send<{ token?: string }>('POST', '/api/users/reset-password', {
      body: { token: url.split('/').at(-1), password: 'a new staple' },
    })
    expect([reset.status, reset.body.token, reset.headers.getSetCookie()]).toEqual([200, expect.any(String), [
      expect.stringContaining('-token='),
    ]])
    expect((await signIn(writer, { password: 'a new staple', code: '000000' })).status).toBe(200)
  })
})

describe('recovery codes', () => {
  it('work once each, however they are typed, and are counted', async () => {
    const { writer, factor: { recoveryCodes: [first, second] } } = await writerWithFactor('recovering')
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(writer, { code: first })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
    expect((await signIn(writer, { code: ` ${second!.toLowerCase().replace('-', ' ')} ` })).status).toBe(200)
    expect((await stateOf(writer)).recoveryCodesLeft).toBe(8)
  })

  it('are those of their user alone', async () => {
    const [{ writer }, { factor }] = [await writerWithFactor('mine'), await writerWithFactor('theirs')]
    expect(await reasonOf(signIn(writer, { code: factor.recoveryCodes[0] }))).toEqual([401, 'second-factor-wrong'])
  })

  it('are made again with the current password, which ends the old ones', async () => {
    const { writer, factor } = await writerWithFactor('again')
    const without = await writer.withoutPassword.send('POST', factorPath(writer, 'recovery-codes'))
    expect([without.status, problems(without)]).toEqual([400, expect.stringContaining('currentPassword')])
    const { body, status } = await writer.send<NewRecoveryCodes>('POST', factorPath(writer, 'recovery-codes'))
    expect([status, body.recoveryCodes.length]).toEqual([201, 10])
    expect(await reasonOf(signIn(writer, { code: factor.recoveryCodes[0] }))).toEqual([401, 'second-factor-wrong'])
    expect((await signIn(writer, { code: body.recoveryCodes[9] })).status).toBe(200)
  })

  it('that are made twice at once work as one set or the other', async () => {
    const { writer } = await writerWithFactor('impatient')
    const made = await Promise.all(
      [1, 2].map(() => writer.send<NewRecoveryCodes>('POST', factorPath(writer, 'recovery-codes'))),
    )
    const statuses = []
    for (const { body: { recoveryCodes: [first, , , , , , , , , last] } } of made) {
      statuses.push(
        `${(await signIn(writer, { code: first })).status} ${(await signIn(writer, { code: last })).status}`,
      )
    }
    expect(statuses.sort()).toEqual(['200 200', '401 401'])
  })

  it('that are used at once are all used up', async () => {
    const { writer, factor: { recoveryCodes } } = await writerWithFactor('crowded')
    const answers = await Promise.all(recoveryCodes.slice(0, 6).map(code => signIn(writer, { code })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect((await stateOf(writer)).recoveryCodesLeft).toBe(4)
  })

  it('are for those who have an app', async () => {
    const writer = await cms.as('writer', 'plain')
    expect((await writer.send('POST', factorPath(writer, 'recovery-codes'))).status).toBe(409)
  })
})

describe('an administrator', () => {
  it('removes the factor of somebody who lost it, with their own password, and ends the sessions', async () => {
    const { writer } = await writerWithFactor('lost')
    const without = await admin.withoutPassword.send('DELETE', factorPath(writer))
    expect([without.status, problems(without)]).toEqual([400, expect.stringContaining('currentPassword')])
    expect((await (await cms.as('editor')).send('DELETE', factorPath(writer))).status).toBe(403)
    expect(await isSignedIn(writer)).toBe(true)

    expect((await admin.send('DELETE', factorPath(writer))).status).toBe(200)
    expect(await isSignedIn(writer)).toBe(false)
    expect((await signIn(writer)).status).toBe(200)
    expect((await admin.send('DELETE', '/api/users/nobody/second-factor')).status).toBe(404)
  })

  it('deletes it with the account', async () => {
    const { writer } = await writerWithFactor('deleted')
    await admin.delete('users', writer.person.id)
    expect(
      (await feed.payload.db.count({ collection: 'second-factors', where: { user: { equals: writer.person.id } } }))
        .totalDocs,
    ).toBe(0)
  })
})

describe('the secrets of a second factor', () => {
  it('stand in the database sealed and as hashes', async () => {
    const { writer, factor: { key, recoveryCodes } } = await writerWithFactor('sealed')
    await writer.send('POST', factorPath(writer, 'totp'))
    const { docs: stored } = await feed.payload.db.find({
      collection: 'second-factors',
      where: { user: { equals: writer.person.id } },
      pagination: false,
    })
    expect(stored).toHaveLength(1)
    for (const secret of [key, ...recoveryCodes, ...recoveryCodes.map(code => code.replace('-', ''))])
      expect(JSON.stringify(stored)).not.toContain(secret)
  })

  it('are read by nobody, administrators included, and stand in no log', async () => {
    const { writer, factor: { key, recoveryCodes, nextCode } } = await writerWithFactor('read')
    await signIn(writer, { code: nextCode })
    const { docs: [row] } = await feed.payload.db.find<SecondFactor>({
      collection: 'second-factors',
      where: { user: { equals: writer.person.id } },
    })
    const secrets = [key, row!.secret!, ...row!.recoveryHashes!.split('\n'), ...recoveryCodes]
    const paths = [
      '/api/second-factors',
      `/api/second-factors/${row!.id}`,
      '/api/users',
      `/api/users/${writer.person.id}`,
      '/api/users/me',
      factorPath(writer),
      '/api/access',
      '/admin/collections/second-factors',
      `/admin/collections/second-factors/${row!.id}`,
      '/admin/account',
    ]
    for (const asker of [writer, admin]) {
      for (const path of paths) {
        const { text } = await asker.send('GET', path, { query: { showHiddenFields: true, depth: 5, draft: true } })
        expect(secrets.filter(secret => text.includes(secret)), path).toEqual([])
      }
      expect((await asker.send('GET', '/api/second-factors')).status).toBe(404)
    }
    const log = cms.output.join('\n')
    expect([...secrets, nextCode].filter(secret => log.includes(secret))).toEqual([])
  })

  it('open with the PAYLOAD_SECRET of then; with another one, recovery codes still work', async () => {
    const { writer, factor: { nextCode, recoveryCodes } } = await writerWithFactor('moved')
    const moved = new Cms(cms.dataDir, { ...cms.environment, PAYLOAD_SECRET: 'a secret that is another one' })
    try {
      await moved.start()
      const answer = await signIn(writer, { code: nextCode, at: moved })
      expect([answer.status, problems(answer)]).toEqual([500, expect.stringContaining('PAYLOAD_SECRET is another one')])
      expect((await signIn(writer, { code: recoveryCodes[0], at: moved })).status).toBe(200)
    }
    finally {
      await moved.kill()
    }
  })
})
