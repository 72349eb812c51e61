import type { Cms } from './harness/cms.ts'
import type { Session } from './harness/Session.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SERVICE_KEY, startCms } from './harness/cms.ts'
import { Mailbox } from './harness/Mailbox.ts'
import { refuseWrites } from './harness/refuseWrites.ts'
import { storedUser } from './harness/storedUser.ts'

/** Stands in all that visitors and users write here, and in no line of the log. */
const CANARY = `canary${randomBytes(6).toString('hex')}`

/** Another one: a password may not be made of the person’s name. */
const PASSWORD = randomBytes(18).toString('base64url')

const mailbox = new Mailbox({ refuse: mail => `554 5.7.1 refused: ${mail.replaceAll(/\s+/g, ' ')}` })
let cms: Cms
let admin: Session
let secrets: string[]

beforeAll(async () => {
  cms = await startCms({ SMTP_URL: `${await mailbox.open()}?from=cms@example.com` })
  admin = await cms.as('admin')
  const { id } = await admin.create('users', {
    email: `${CANARY}@example.com`,
    name: CANARY,
    role: 'editor',
    password: PASSWORD,
  })
  await admin.send('POST', `/api/users/${id}/one-time-link`)
  const { hash, salt, resetPasswordToken } = await storedUser(cms, `${CANARY}@example.com`)
  secrets = [hash, salt, resetPasswordToken, CANARY, PASSWORD]
  expect(secrets).not.toContain(null)
})

afterAll(async () => {
  await cms.stop()
  mailbox.close()
})

/** Does something that fails; returns what the log says of it, once it says `told`. */
async function logOf(fail: () => Promise<unknown>, told: RegExp): Promise<string> {
  const from = cms.output.length
  const since = () => stripVTControlCharacters(cms.output.slice(from).join('\n'))
  await fail()
  await expect.poll(since).toMatch(told)
  return since()
}

function expectNoSecret(log: string): void {
  for (const secret of secrets)
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase())
}

it('a mail that is refused, with its words in the answer of the mail server', async () => {
  const forget = () =>
    cms.stranger.send('POST', '/api/users/forgot-password', { body: { email: `${CANARY}@example.com` } })
  const log = await logOf(forget, /could not be sent: /)
  expect(log).toContain('could not be sent: Message failed')
  expectNoSecret(log)
  expect(log).not.toMatch(/[0-9a-f]{40}/)
  const { resetPasswordToken } = await storedUser(cms, `${CANARY}@example.com`)
  secrets.push(resetPasswordToken)
})

it.each([
  ['JSON that breaks off', 'application/json', `{"email":"a@example.com","password":"${CANARY}`, 400],
  ['JSON that goes on', 'application/json', `{"password":"x"} ${CANARY}`, 400],
  [
    'a form that holds no JSON',
    'multipart/form-data; boundary=b',
    `--b\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n{"p":"${CANARY}\r\n--b--\r\n`,
    400,
  ],
])('a sign-in with %s', async (_, type, body, status) => {
  const log = await logOf(async () => {
    expect((await cms.stranger.send('POST', '/api/users/login', { body, headers: { 'content-type': type } })).status)
      .toBe(status)
  }, /WARN/)
  expectNoSecret(log)
  expect(log).not.toContain('    at ')
})

it('a name that is taken', async () => {
  const from = cms.output.length
  const taken = { email: `${CANARY}@example.com`, name: CANARY, role: 'writer', password: PASSWORD }
  expect((await admin.send('POST', '/api/users', { body: taken })).status).toBe(400)
  expect(
    (await admin.send('POST', '/api/users', {
      body: { ...taken, email: { [CANARY]: 1 }, role: CANARY, name: [CANARY] },
    })).status,
  ).toBe(400)
  await expect.poll(() => cms.output.length).toBeGreaterThan(from)
})

it('an enquiry that the database does not take', async () => {
  await refuseWrites(cms, 'enquiries', 'message')
  const enquiry = {
    submission: randomUUID(),
    name: CANARY,
    email: `${CANARY}@example.com`,
    company: CANARY,
    message: `${CANARY} would like to know more.`,
  }
  const submit = () =>
    cms.stranger.send('POST', '/api/enquiries/submit', {
      body: enquiry,
      headers: { authorization: `Bearer ${SERVICE_KEY}` },
    })
  const log = await logOf(async () => expect((await submit()).status).toBe(500), FAILED)
  expectNoSecret(log)
  expect(log).toContain('    at ')
})

it('a document that the database does not take', async () => {
  await refuseWrites(cms, 'categories', 'title')
  const log = await logOf(
    async () => expect((await admin.send('POST', '/api/categories', { body: { title: CANARY } })).status).toBe(500),
    FAILED,
  )
  expectNoSecret(log)
})

it('a sign-in that the database does not take', async () => {
  await refuseWrites(cms, 'users', 'sessions.id', { email: `${CANARY}@example.com` })
  const log = await logOf(
    async () =>
      expect(
        (await cms.stranger.send('POST', '/api/users/login', {
          body: { email: `${CANARY}@example.com`, password: PASSWORD },
        })).status,
      ).toBe(500),
    FAILED,
  )
  expectNoSecret(log)
})

it('a page of the admin that fails to remember a preference', async () => {
  await refuseWrites(cms, 'payload-preferences', 'key')
  const log = await logOf(
    async () =>
      expect(
        (await admin.send('POST', '/api/payload-preferences/list', { body: { value: { [CANARY]: CANARY } } })).status,
      ).toBe(500),
    FAILED,
  )
  expectNoSecret(log)
})

it('all of it together', () => {
  expectNoSecret(stripVTControlCharacters(cms.output.join('\n')))
})

/** What the log says of a statement that the database refused: on SQLite, on MongoDB. */
const FAILED = /Failed query: \w+ \w+|Could not extract geo keys/
