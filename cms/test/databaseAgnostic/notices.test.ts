import type { Cms } from '../integration/harness/cms.ts'
import type { Mail } from '../integration/harness/Mailbox.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../e2e/harness/runCli.ts'
import { startCms } from '../integration/harness/cms.ts'
import { factorPath, setUpFactor } from '../integration/harness/factor.ts'
import { Mailbox } from '../integration/harness/Mailbox.ts'

const PASSWORD = 'battery staple'
const NEW_PASSWORD = 'a quite different horse 9'

const mailbox = new Mailbox()
let cms: Cms
beforeAll(async () => {
  cms = await startCms({ SMTP_URL: `${await mailbox.open()}?from=cms@example.com`, TRUSTED_PROXIES: '127.0.0.1' })
})
afterAll(async () => {
  await cms?.stop()
  mailbox.close()
})

function subjectOf({ text }: Mail): string {
  return /^Subject: (.*)$/m.exec(text)![1]!
}

/** The subjects of the mails to an address, once there are so many. */
async function subjects(address: string, count: number): Promise<string[]> {
  return (await mailbox.to(address, count)).map(subjectOf).sort()
}

function signIn(email: string, { cookie, password = PASSWORD }: { cookie?: string, password?: string } = {}) {
  return cms.stranger.send('POST', '/api/users/login', {
    body: { email, password },
    headers: { 'origin': cms.url, 'x-forwarded-for': '203.0.113.77', ...(cookie && { cookie }) },
  })
}

describe('a person gets a mail', () => {
  it('of a new password, which names the time and the network, and has no link and no secret', async () => {
    const writer = await cms.as('writer', 'renews')
    await writer.update('users', writer.person.id, { password: NEW_PASSWORD })
    const [mail] = await mailbox.to('renews@example.com')
    expect(subjectOf(mail!)).toBe('Your password was changed')
    expect(mail!.text).toMatch(
      /has a new password, since \d{4}-\d\d-\d\d at \d\d:\d\d UTC\. The request came from the network 127\.0\.0\.0\/24\./,
    )
    expect(mail!.text).toContain('tell an administrator')
    expect(mail!.text).not.toMatch(/https?:|different horse|\/admin/)
  })

  it('of another e-mail address, at the old one', async () => {
    const writer = await cms.as('writer', 'moves')
    await (await cms.as('admin')).update('users', writer.person.id, { email: 'moved@example.com' })
    expect(await subjects('moves@example.com', 1)).toEqual(['Your e-mail address was changed'])
    expect(mailbox.mails.filter(({ to, text }) => to === 'moved@example.com' || text.includes('moved@example.com')))
      .toEqual([])
  })

  it('of second factors that come and go, and of new recovery codes', async () => {
    const writer = await cms.as('writer', 'factors')
    await setUpFactor(writer)
    await writer.send('POST', factorPath(writer, 'recovery-codes'))
    await writer.send('DELETE', factorPath(writer))
    expect(await subjects('factors@example.com', 3)).toEqual([
      'A second factor was added',
      'A second factor was removed',
      'New recovery codes were made',
    ])
  })

  it('of second factors that a command has removed', async () => {
    const writer = await cms.as('writer', 'commanded')
    await runCli('people', ['reset-factors', 'commanded@example.com'], cms)
    expect(writer.person.email).toBe('commanded@example.com')
    expect(await subjects('commanded@example.com', 1)).toEqual(['A second factor was removed'])
  })

  it('of a sign-in from a new browser, but not of the first one, nor of one that is known', async () => {
    await cms.as('writer', 'travels')
    const known = await signIn('travels@example.com')
    expect(await subjects('travels@example.com', 1)).toEqual(['A sign-in from a new browser'])
    expect(mailbox.mails.at(-1)!.text).toContain('The request came from the network 203.0.113.0/24.')
    const cookie = known.headers.getSetCookie().map(line => line.split(';')[0]).filter(line =>
      !line!.includes('-token='),
    ).join('; ')
    expect((await signIn('travels@example.com', { cookie })).status).toBe(200)
    await signIn('travels@example.com')
    expect(await subjects('travels@example.com', 2)).toHaveLength(2)
  })

  it('and none of what changes no access', async () => {
    const writer = await cms.as('writer', 'quiet')
    await writer.update('users', writer.person.id, { name: 'Quieter', email: 'quiet@example.com' })
    await (await cms.as('admin')).update('users', writer.person.id, { role: 'editor' })
    await signIn('quiet@example.com', { password: 'wrong' })
    await signIn('quiet@example.com')
    expect(await subjects('quiet@example.com', 1)).toEqual(['A sign-in from a new browser'])
  })
})

describe('where the mail server refuses', () => {
  it('nothing fails, and the log has one line', async () => {
    const deaf = new Mailbox({ refuse: () => '554 refused' })
    const other = await startCms({ SMTP_URL: await deaf.open() })
    try {
      const writer = await other.as('writer', 'unheard')
      await writer.update('users', writer.person.id, { password: NEW_PASSWORD })
      const lines = () => other.output.filter(line => line.includes('could not be sent'))
      await expect.poll(lines).toHaveLength(1)
      expect(lines()[0]).toContain('The mail “Your password was changed” could not be sent')
      expect(
        (await other.stranger.send('POST', '/api/users/login', {
          body: { email: 'unheard@example.com', password: NEW_PASSWORD },
        })).status,
      ).toBe(200)
    }
    finally {
      await other.stop()
      deaf.close()
    }
  })
})
