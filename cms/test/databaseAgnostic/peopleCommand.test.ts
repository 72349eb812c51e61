import type { Cms } from '../integration/harness/cms.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../e2e/harness/runCli.ts'
import { Audit } from '../integration/harness/Audit.ts'
import { startCms } from '../integration/harness/cms.ts'
import { setUpFactor } from '../integration/harness/factor.ts'

let cms: Cms
let audit: Audit
beforeAll(async () => {
  cms = await startCms()
  audit = await Audit.open(cms)
})
afterAll(async () => {
  await audit?.close()
  await cms?.stop()
})

describe('people reset-factors', () => {
  it('removes every factor of the account, ends its sessions, and is recorded as an act of the CMS', async () => {
    const lost = await cms.as('admin', 'lost')
    const other = await cms.as('editor', 'other')
    await setUpFactor(lost)
    await setUpFactor(other)
    const signIn = (email: string) =>
      cms.stranger.send('POST', '/api/users/login', { body: { email, password: 'battery staple' } })
    expect((await signIn(lost.person.email)).status).toBe(401)

    const { code, said } = await runCli('people', ['reset-factors', 'Lost@Example.com'], cms)
    expect([code, said]).toEqual([
      0,
      'lost@example.com: the authenticator app and its recovery codes were removed, 0 passkeys removed, 1 session ended. Sign in with the password, and set up a second factor again.\n',
    ])

    expect((await lost.send<{ user: unknown }>('GET', '/api/users/me')).body.user).toBeNull()
    expect((await signIn(lost.person.email)).status).toBe(200)
    expect((await signIn(other.person.email)).status).toBe(401)
    const entries = await audit.entries({
      and: [{ event: { equals: 'factor-removed' } }, { documentId: { equals: String(lost.person.id) } }],
    })
    expect(entries).toEqual([expect.objectContaining({ actor: 'system', about: 'users' })])
  })

  it('says that there is no such account', async () => {
    const { code, said } = await runCli('people', ['reset-factors', 'nobody@example.com'], cms)
    expect([code, said]).toEqual([1, 'There is no account nobody@example.com.\n'])
  })

  it('does not begin without the secret of the CMS', async () => {
    const { code, said } = await runCli('people', ['reset-factors', 'lost@example.com'], {
      environment: { ...cms.environment, PAYLOAD_SECRET: undefined },
    })
    expect([code, said]).toEqual([1, expect.stringContaining('PAYLOAD_SECRET is missing')])
  })

  it.each([
    [[], 'There is no command “”.'],
    [['remove'], 'There is no command “remove”.'],
    [['reset-factors'], 'Give the e-mail address of one account.'],
    [['reset-factors', 'lost'], 'Give the e-mail address of one account.'],
    [['reset-factors', 'a@example.com', 'b@example.com'], 'Give the e-mail address of one account.'],
  ])('says what is wrong with %j', async (args, problem) => {
    const { code, said } = await runCli('people', args, cms)
    expect([code, said]).toEqual([2, expect.stringContaining(problem)])
  })
})
