import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { NewRecoveryCodes, SecondFactorState } from '../../src/users/secondFactor/secondFactorEndpoints.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Answer, Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { factorPath } from '../integration/harness/factor.ts'
import { problems } from '../integration/harness/Session.ts'
import { SoftAuthenticator } from '../integration/harness/SoftAuthenticator.ts'

const PASSWORD = 'battery staple'

let cms: Cms
let admin: Session
beforeAll(async () => {
  cms = await startCms()
  admin = await cms.as('admin')
})
afterAll(() => cms.stop())

async function creationOptions(session: Session): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { body, status, text } = await session.send<PublicKeyCredentialCreationOptionsJSON>(
    'POST',
    factorPath(session, 'passkey-options'),
  )
  expect(status, text).toBe(200)
  return body
}

function store(session: Session, response: unknown, name = 'Work laptop'): Promise<Answer<NewRecoveryCodes>> {
  return session.send('POST', factorPath(session, 'passkeys'), { body: { name, response } })
}

async function writerWithPasskey(
  name: string,
): Promise<{ writer: Session, passkey: SoftAuthenticator, recoveryCodes: string[] }> {
  const writer = await cms.as('writer', name)
  const passkey = new SoftAuthenticator()
  const { status, body, text } = await store(writer, passkey.create(await creationOptions(writer)))
  expect(status, text).toBe(201)
  return { writer, passkey, recoveryCodes: body.recoveryCodes }
}

async function stateOf(session: Session): Promise<SecondFactorState> {
  return (await session.send<SecondFactorState>('GET', factorPath(session))).body
}

async function signInOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return (await cms.stranger.send<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/users/passkey-options')).body
}

function signInAlone(response: unknown): Promise<Answer<{ token?: string, user?: { email: string } }>> {
  return cms.stranger.send('POST', '/api/users/passkey-login', { body: { response } })
}

interface Refusal {
  errors: { data: { code: string, passkeyOptions?: PublicKeyCredentialRequestOptionsJSON } }[]
}

function signIn({ person }: Session, code?: string): Promise<Answer<Refusal>> {
  return cms.stranger.send('POST', '/api/users/login', {
    body: { email: person.email, password: PASSWORD },
    headers: code === undefined ? {} : { 'x-second-factor': encodeURIComponent(code) },
  })
}

async function factorOptions(session: Session): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return (await signIn(session)).body.errors[0]!.data.passkeyOptions!
}

describe('adding a passkey', () => {
  it('takes the current password', async () => {
    const writer = await cms.as('writer', 'confirming')
    const without = await writer.withoutPassword.send('POST', factorPath(writer, 'passkey-options'))
    expect([without.status, problems(without)]).toEqual([400, expect.stringContaining('currentPassword')])
  })

  it('turns the second factor on, with recovery codes, and ends the sessions that began without it', async () => {
    const writer = await cms.as('writer', 'first')
    const elsewhere = await cms.stranger.signIn(writer.person.email, PASSWORD)
    const passkey = new SoftAuthenticator()
    const options = await creationOptions(writer)
    expect([options.rp.id, options.authenticatorSelection?.residentKey]).toEqual(['localhost', 'required'])
    const added = await store(writer, passkey.create(options))
    expect([added.status, added.body.recoveryCodes.length]).toEqual([201, 10])
    expect((await elsewhere.send<{ user: unknown }>('GET', '/api/users/me')).body.user).toBeNull()
    expect(await stateOf(writer)).toEqual({
      addedAt: null,
      recoveryCodesLeft: 10,
      passkeys: [{ id: expect.any(String), name: 'Work laptop', addedAt: expect.any(String), lastUsedAt: null }],
    })

    const again = await creationOptions(writer)
    expect(again.excludeCredentials).toEqual([{ id: passkey.id.toString('base64url'), type: 'public-key' }])
    expect((await store(writer, new SoftAuthenticator().create(again), 'Phone')).body.recoveryCodes).toEqual([])
    expect((await stateOf(writer)).passkeys.map(({ name }) => name)).toEqual(['Work laptop', 'Phone'])
    expect((await signIn(writer, added.body.recoveryCodes[0])).status).toBe(200)
  })

  it('takes an answer to its own challenge, once, from the own page', async () => {
    const writer = await cms.as('writer', 'careful')
    const other = await cms.as('writer', 'other')
    const passkey = new SoftAuthenticator()
    const options = await creationOptions(writer)
    const refused = [
      await store(writer, passkey.create(options, { origin: 'https://phish.example' })),
      await store(other, passkey.create(await creationOptions(writer))),
      await store(writer, passkey.create({ ...options, challenge: (await signInOptions()).challenge })),
      await store(writer, passkey.create({ ...await creationOptions(writer), rp: { id: 'phish.example', name: '' } })),
      await store(writer, 'nothing'),
      await store(writer, { ...passkey.create(options), response: {} }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400])
    const fresh = await creationOptions(writer)
    expect((await store(writer, passkey.create(fresh), ' ')).status).toBe(400)
    expect((await store(writer, passkey.create(fresh), 'x'.repeat(61))).status).toBe(400)
    expect((await store(writer, passkey.create(fresh))).status).toBe(201)
    expect((await store(writer, new SoftAuthenticator().create(fresh))).status).toBe(400)
    // The key of one user does not become that of another.
    expect((await store(other, passkey.create(await creationOptions(other)))).status).toBe(400)
    expect((await stateOf(other)).passkeys).toEqual([])
  })
})

describe('a passkey after the password', () => {
  it('takes the place of the code, once', async () => {
    const { writer, passkey } = await writerWithPasskey('regular')
    const refusal = await signIn(writer)
    expect([refusal.status, refusal.body.errors[0]!.data]).toEqual([401, {
      code: 'second-factor-required',
      hasApp: false,
      passkeyOptions: expect.anything(),
    }])
    const response = JSON.stringify(
      passkey.get(refusal.body.errors[0]!.data.passkeyOptions!, { isUserVerified: false }),
    )
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(writer, response)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
    expect((await stateOf(writer)).passkeys[0]!.lastUsedAt).not.toBeNull()
  })

  it('is one of the user, with an answer to a challenge for the user', async () => {
    const [mine, theirs] = [await writerWithPasskey('mine'), await writerWithPasskey('theirs')]
    const tries = [
      theirs.passkey.get(await factorOptions(mine.writer)),
      mine.passkey.get(await factorOptions(theirs.writer)),
      mine.passkey.get(await signInOptions()),
      mine.passkey.get(await factorOptions(mine.writer), { origin: 'https://phish.example' }),
    ]
    for (const response of tries)
      expect((await signIn(mine.writer, JSON.stringify(response))).status).toBe(401)
    for (const text of ['{', '{}', '{"id":{"in":["x"]}}'])
      expect((await signIn(mine.writer, text)).status).toBe(401)
    await admin.send('POST', '/api/users/unlock', { body: { email: mine.writer.person.email } })
    expect((await signIn(mine.writer, JSON.stringify(mine.passkey.get(await factorOptions(mine.writer))))).status).toBe(
      200,
    )
  })
})

describe('a passkey alone', () => {
  it('signs in, where it has verified its user', async () => {
    const { writer, passkey } = await writerWithPasskey('alone')
    const options = await signInOptions()
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    const { status, body, headers } = await signInAlone(passkey.get(options))
    expect([status, body.user?.email, headers.getSetCookie().length]).toEqual([200, writer.person.email, 2])
    const me = await cms.stranger.send<{ user: { email: string } }>('GET', '/api/users/me', {
      headers: { authorization: `JWT ${body.token}` },
    })
    expect(me.body.user.email).toBe(writer.person.email)
    expect(JSON.stringify(body)).not.toMatch(/"(?:hash|salt|resetPasswordToken)"/)
    expect(
      (await cms.stranger.send('POST', '/api/users/refresh-token', { headers: { authorization: `JWT ${body.token}` } }))
        .status,
    ).toBe(200)
  })

  it('is refused without verification of its user, and whatever else is wrong', async () => {
    const { writer, passkey } = await writerWithPasskey('refused')
    const used = passkey.get(await signInOptions())
    expect((await signInAlone(used)).status).toBe(200)
    const valid = passkey.get(await signInOptions())
    const wrong = [
      used,
      passkey.get(await signInOptions(), { isUserVerified: false }),
      passkey.get(await signInOptions(), { origin: 'https://phish.example' }),
      passkey.get(await signInOptions(), { counter: 1 }),
      passkey.get(await factorOptions(writer)),
      new SoftAuthenticator().get(await signInOptions()),
      passkey.get(await signInOptions(), { userHandle: 'c29tZWJvZHkgZWxzZQ' }),
      { ...valid, response: { ...valid.response, signature: used.response.signature } },
    ]
    for (const [index, response] of wrong.entries()) {
      const answer = await signInAlone(response)
      expect([index, answer.status, problems(answer), answer.headers.getSetCookie()]).toEqual([
        index,
        401,
        'This passkey was not accepted. Try again, or sign in with your password.',
        [],
      ])
    }
    for (const response of [undefined, 'x', {}, { ...valid, id: { in: ['x'] } }])
      expect((await signInAlone(response)).status).toBe(400)
  })
})

describe('removing', () => {
  it('a passkey takes the current password, and after the last one the password is enough', async () => {
    const { writer, passkey } = await writerWithPasskey('leaving')
    const id = (await stateOf(writer)).passkeys[0]!.id
    const path = factorPath(writer, `passkeys/${id}`)
    const without = await writer.withoutPassword.send('DELETE', path)
    expect([without.status, problems(without)]).toEqual([400, expect.stringContaining('currentPassword')])
    expect((await (await cms.as('writer', 'eve')).send('DELETE', path)).status).toBe(403)
    expect((await writer.send('DELETE', factorPath(writer, 'passkeys/nothing'))).status).toBe(404)
    expect((await writer.send('DELETE', path)).status).toBe(200)
    expect(await stateOf(writer)).toEqual({ addedAt: null, recoveryCodesLeft: 0, passkeys: [] })
    expect((await signIn(writer)).status).toBe(200)
    expect((await signInAlone(passkey.get(await signInOptions()))).status).toBe(401)
  })

  it('the second factor of a user, as an administrator or with the account, removes the passkeys', async () => {
    const [lost, deleted] = [await writerWithPasskey('lost'), await writerWithPasskey('deleted')]
    expect((await admin.send('DELETE', factorPath(lost.writer))).status).toBe(200)
    expect((await signIn(lost.writer)).status).toBe(200)
    await admin.delete('users', deleted.writer.person.id)
    for (const { passkey } of [lost, deleted])
      expect((await signInAlone(passkey.get(await signInOptions()))).status).toBe(401)
  })
})

it('passkeys are judged forty times from one source', async () => {
  const from = { 'x-forwarded-for': '203.0.113.77' }
  const body = { response: new SoftAuthenticator().get(await signInOptions()) }
  const statuses = []
  for (let time = 0; time < 41; time++)
    statuses.push((await cms.stranger.send('POST', '/api/users/passkey-login', { body, headers: from })).status)
  expect(statuses).toEqual([...Array.from({ length: 40 }).fill(401), 429])
})
