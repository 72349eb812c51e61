import type { Cms } from '../integration/harness/cms.ts'
import type { Answer, Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { problems } from '../integration/harness/Session.ts'

let cms: Cms
let admin: Session
beforeAll(async () => {
  cms = await startCms()
  admin = await cms.as('admin')
})
afterAll(() => cms.stop())

type Request = (asker: Session, other: Session) => readonly [method: string, path: string, body?: object]

const OWN: [string, Request][] = [
  ['the own password', ({ person }) => ['PATCH', `/api/users/${person.id}`, { password: 'a new staple' }]],
  ['the own address', ({ person }) => ['PATCH', `/api/users/${person.id}`, { email: `new-${person.email}` }]],
  [
    'the own password, as one of many',
    ({ person }) => ['PATCH', `/api/users?where[id][equals]=${person.id}`, { password: 'a new staple' }],
  ],
]

const OTHERS: [string, Request][] = [
  ['somebody else’s password', (_, { person }) => ['PATCH', `/api/users/${person.id}`, { password: 'a new staple' }]],
  [
    'somebody else’s address',
    (_, { person }) => ['PATCH', `/api/users/${person.id}`, { email: `new-${person.email}` }],
  ],
  ['somebody else’s role', (_, { person }) => ['PATCH', `/api/users/${person.id}`, { role: 'admin' }]],
  ['the roles of many', (_, { person }) => ['PATCH', `/api/users?where[id][equals]=${person.id}`, { role: 'admin' }]],
  [
    'who is an administrator, by making another',
    (
      _,
      { person },
    ) => ['POST', '/api/users', {
      email: `admin-${person.email}`,
      name: 'Another',
      role: 'admin',
      password: 'a new staple',
    }],
  ],
  ['somebody else’s account, by deleting it', (_, { person }) => ['DELETE', `/api/users/${person.id}`]],
  [
    'the accounts of many, by deleting them',
    (_, { person }) => ['DELETE', `/api/users?where[id][equals]=${person.id}`],
  ],
  [
    'somebody else’s password, by a one-time link',
    (_, { person }) => ['POST', `/api/users/${person.id}/one-time-link`],
  ],
]

describe.each([['writer', OWN], ['admin', OTHERS]] as const)('the current password of a %s', (role, requests) => {
  it.each(requests)('is needed to change %s', async (what, request) => {
    const name = `${role}-${what}`.replaceAll(/\W+/g, '-')
    const other = await cms.as('writer', `other-${name}`)
    const asker = await cms.as(role, name)
    const password = 'battery staple'
    const [method, path, body] = request(asker, other)
    const send = (headers: Record<string, string> = {}, more: object = {}): Promise<Answer> =>
      asker.withoutPassword.send(method, path, { body: body && { ...body, ...more }, headers })
    const before = await admin.get('users', other.person.id)

    const without = await send()
    expect([without.status, problems(without)]).toEqual([
      400,
      expect.stringContaining('currentPassword: Enter your current password to do this.'),
    ])
    const wrong = await send({ 'x-current-password': 'wrong' })
    expect([wrong.status, problems(wrong)]).toEqual([
      400,
      expect.stringContaining('currentPassword: This is not your current password.'),
    ])
    expect(await admin.get('users', other.person.id)).toEqual(before)

    const right = await (body
      ? send({}, { currentPassword: password })
      : send({ 'x-current-password': encodeURIComponent(password) }))
    expect(right.status, right.text).toBeLessThan(300)
    expect(right.text).not.toContain('currentPassword')
    expect(cms.output.join('\n')).not.toContain(password)
  })
})

it('is not needed for what else there is, though the admin sends the address and the role along', async () => {
  const { person, withoutPassword } = await cms.as('writer', 'renamed')
  const { email, role } = await admin.get('users', person.id)
  expect(
    (await withoutPassword.send('PATCH', `/api/users/${person.id}`, { body: { name: 'Renamed', email, role } })).status,
  ).toBe(200)
})

it('tells nobody what somebody else’s address or role is', async () => {
  const { person } = await cms.as('writer', 'private')
  const { withoutPassword } = await cms.as('editor')
  const ask = async (body: object) => problems(await withoutPassword.send('PATCH', `/api/users/${person.id}`, { body }))
  expect(
    new Set(
      await Promise.all(
        [{ email: person.email }, { email: 'else@example.com' }, { role: 'writer' }, { role: 'admin' }].map(ask),
      ),
    ).size,
  ).toBe(1)
})

it('is judged eight times in ten minutes', async () => {
  const { person, withoutPassword } = await cms.as('writer', 'guessed')
  const guess = (currentPassword: string) =>
    withoutPassword.send('PATCH', `/api/users/${person.id}`, { body: { password: 'mine now, mine', currentPassword } })
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(`guess ${index}`)))
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(8)
  const refused = await guess('battery staple')
  expect([refused.status, problems(refused)]).toEqual([429, expect.stringMatching(/Try again in \d+ minutes/)])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  // Who asks is signed in: their attempts bar nobody from signing in.
  await cms.stranger.signIn(person.email, 'battery staple')
})

it('may hold any letters', async () => {
  const session = await cms.as('writer', 'lettered')
  await session.update('users', session.person.id, { password: 'тихая лампа ☂ орбита' })
  const again = await cms.stranger.signIn(session.person.email, 'тихая лампа ☂ орбита')
  await again.update('users', session.person.id, { password: 'battery staple' })
})

it('is refused in a form that no client sends by accident, with the fix', async () => {
  const { person, withoutPassword } = await cms.as('writer', 'encoded')
  const answer = await withoutPassword.send('PATCH', `/api/users/${person.id}`, {
    body: { name: 'A' },
    headers: { 'x-current-password': '100%' },
  })
  expect([answer.status, problems(answer)]).toEqual([
    400,
    expect.stringContaining('Write it percent-encoded in the header x-current-password.'),
  ])
})
