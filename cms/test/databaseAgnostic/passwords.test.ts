import type { OneTimeLink } from '../../src/users/oneTimeLink.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Answer, Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { Feed } from '../integration/harness/Feed.ts'
import { Mailbox } from '../integration/harness/Mailbox.ts'
import { problems } from '../integration/harness/Session.ts'

const CMS_URL = 'https://cms.example.com'

describe('a one-time link', () => {
  let cms: Cms
  let admin: Session
  beforeAll(async () => {
    cms = await startCms({ CMS_URL })
    admin = await cms.as('admin')
  })
  afterAll(() => cms.stop())

  it('lets a person choose a new password, once, and ends the sessions of the old one', async () => {
    const forgetful = await cms.as('writer', 'forgetful')
    const { url, expiresAt } = await linkFor(forgetful)
    expect(url).toMatch(/^https:\/\/cms\.example\.com\/admin\/reset\/[0-9a-f]{40}$/)
    expect((Date.parse(expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(24, 1)

    expect((await reset(cms, url, 'a new staple')).status).toBe(200)
    expect(await isSignedIn(forgetful)).toBe(false)
    expect((await cms.stranger.signIn(forgetful.person.email, 'a new staple')).person.id).toBe(forgetful.person.id)
    const again = await reset(cms, url, 'another one')
    expect([again.status, problems(again)]).toEqual([403, expect.stringMatching(/invalid or has expired/)])
  })

  it('opens the page where the password is chosen', async () => {
    const { url } = await linkFor(await cms.as('writer'))
    const page = await cms.stranger.send('GET', new URL(url).pathname)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Reset Password')])
  })

  it('is worth nothing once another one has been made', async () => {
    const [first, second] = [
      await linkFor(await cms.as('writer', 'twice')),
      await linkFor(await cms.as('writer', 'twice')),
    ]
    expect((await reset(cms, first.url, 'a new staple')).status).toBe(403)
    expect((await reset(cms, second.url, 'battery staple')).status).toBe(200)
  })

  it('is worth nothing once the password has been changed', async () => {
    const careful = await cms.as('writer', 'careful')
    const { url } = await linkFor(careful)
    await careful.update('users', careful.person.id, { password: 'a staple of mine' })
    expect((await reset(cms, url, 'a new staple')).status).toBe(403)
  })

  it('unlocks an account that is barred', async () => {
    const barred = await cms.as('writer', 'barred')
    for (let attempt = 0; attempt < 8; attempt++)
      await cms.stranger.send('POST', '/api/users/login', { body: { email: barred.person.email, password: 'wrong' } })
    const { url } = await linkFor(barred)
    expect((await reset(cms, url, 'a new staple')).status).toBe(200)
    await cms.stranger.signIn(barred.person.email, 'a new staple')
  })

  it('stands in the database, and so in backups, as a digest alone', async () => {
    const { person } = await cms.as('writer', 'digested')
    const token = tokenOf((await linkFor(await cms.as('writer', 'digested'))).url)
    const feed = await Feed.open(cms)
    try {
      const stored = await feed.payload.db.findOne<{ id: string, resetPasswordToken: string }>({
        collection: 'users',
        where: { id: { equals: person.id } },
      })
      expect(stored!.resetPasswordToken).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(stored)).not.toContain(token)
      expect((await reset(cms, `/${stored!.resetPasswordToken}`, 'a new staple')).status).toBe(403)
    }
    finally {
      await feed.close()
    }
  })

  it('takes no password that is easy to guess, and still works after one', async () => {
    const { url } = await linkFor(await cms.as('writer', 'hasty'))
    const weak = await reset(cms, url, 'hasty of the tests')
    expect([weak.status, problems(weak)]).toEqual([
      400,
      expect.stringContaining('password: This password is easy to guess.'),
    ])
    expect((await reset(cms, url, 'a new staple')).status).toBe(200)
  })

  it('is made by administrators, and by nobody else', async () => {
    const { person } = await cms.as('writer')
    for (const asker of [await cms.as('writer'), await cms.as('editor'), await cms.as('marketer')]) {
      const answer = await asker.send('POST', `/api/users/${person.id}/one-time-link`)
      expect([answer.status, problems(answer)]).toEqual([403, 'Only administrators make one-time links.'])
    }
    expect((await cms.stranger.send('POST', `/api/users/${person.id}/one-time-link`)).status).toBe(403)
    expect((await admin.send('POST', '/api/users/nobody/one-time-link')).status).toBe(404)
  })

  it('is written nowhere but in the answer, which nobody keeps', async () => {
    const answer = await admin.send<OneTimeLink>(
      'POST',
      `/api/users/${(await cms.as('writer')).person.id}/one-time-link`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(cms.output.join('\n')).not.toContain(tokenOf(answer.body.url))
    expect((await admin.send('GET', '/api/users', { query: { showHiddenFields: true } })).text).not.toContain(
      tokenOf(answer.body.url),
    )
  })

  async function linkFor({ person }: Session): Promise<OneTimeLink> {
    const { status, body, text } = await admin.send<OneTimeLink>('POST', `/api/users/${person.id}/one-time-link`)
    expect(status, text).toBe(201)
    return body
  }
})

describe('a new password', () => {
  let cms: Cms
  let session: Session
  beforeAll(async () => {
    cms = await startCms({ ADMIN_PASSWORD: 'password' })
    session = await cms.stranger.signIn(ADMIN.email, 'password')
  })
  afterAll(() => cms.stop())

  it('is not wanted from those who have one, however weak', async () => {
    expect((await session.send('PATCH', `/api/users/${session.person.id}`, { body: { name: 'Ida Example' } })).status)
      .toBe(200)
  })

  it.each([
    ['abc', 'Use at least 12 characters.'],
    ['            ', 'This password is easy to guess.'],
    ['aaaaaaaaaaaaaaaa', 'This password is easy to guess. Repeated characters'],
    ['password1234', 'This password is easy to guess.'],
    [ADMIN.email, 'This password is easy to guess.'],
    ['Ida Example 1', 'This password is easy to guess.'],
    ['masthead2026', 'This password is easy to guess.'],
    ['staple '.repeat(37), 'Use at most 256 characters.'],
  ])('is not %j: the field says why', async (password, reason) => {
    const answer = await session.send('PATCH', `/api/users/${session.person.id}`, { body: { password } })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining(`password: ${reason}`)])
    await cms.stranger.signIn(ADMIN.email, 'password')
  })

  it('is judged by the words of the new person, for somebody else', async () => {
    const answer = await session.send('POST', '/api/users', {
      body: { email: 'leonora@north.example', name: 'Leonora', role: 'writer', password: 'leonora@north' },
    })
    expect([answer.status, problems(answer)]).toEqual([
      400,
      expect.stringContaining('password: This password is easy to guess.'),
    ])
    expect(await session.count('users')).toBe(1)
  })

  it('has no rules but that it is hard to guess', async () => {
    for (const password of ['quiet lantern orbit', 'лампа тихо орбита', 'xq7vTz0pLm4w']) {
      await session.create('users', {
        email: `${password.length}-${password.codePointAt(0)}@example.com`,
        name: 'Somebody',
        role: 'writer',
        password,
      })
    }
  })
})

describe('a forgotten password, where there is no mail server', () => {
  let cms: Cms
  beforeAll(async () => {
    cms = await startCms()
  })
  afterAll(() => cms.stop())

  it('is a matter for an administrator, whether there is such an account or not', async () => {
    const known = (await cms.as('writer')).person.email
    for (const email of [known, 'nobody@example.com']) {
      const answer = await forgot(cms, email)
      expect([answer.status, problems(answer)]).toEqual([
        503,
        'This site sends no e-mail. Ask an administrator for a one-time link, which lets you choose a new password.',
      ])
    }
    expect(cms.output.join('\n')).not.toMatch(/writer@|attempted|[0-9a-f]{40}/)
  })

  it('is said to be one on its page, which asks for nothing', async () => {
    const { text } = await cms.stranger.send('GET', '/admin/forgot')
    expect(text).toContain('This site sends no e-mail.')
    expect(text).not.toContain('ForgotPasswordForm')
  })
})

describe('a forgotten password, where there is a mail server', () => {
  const mailbox = new Mailbox()
  let cms: Cms
  let smtpUrl: string
  beforeAll(async () => {
    smtpUrl = await mailbox.open()
    cms = await startCms({ CMS_URL, SMTP_URL: `${smtpUrl}?from=cms@example.com` })
  })
  afterAll(async () => {
    await cms.stop()
    mailbox.close()
  })

  it('is mended by a mail, whose link works', async () => {
    const { person } = await cms.as('writer')
    expect((await forgot(cms, person.email)).status).toBe(200)
    const [mail] = await mailbox.to(person.email)
    expect(mail!.from).toBe('cms@example.com')
    expect(mail!.text).toMatch(/^Subject: Choose a new password$/m)
    expect(mail!.text).toContain('account at cms.example.com')
    expect(mail!.text).toContain('once, within the hour')
    const [url] = /https:\/\/cms\.example\.com\/admin\/reset\/[0-9a-f]{40}/.exec(mail!.text)!
    expect((await reset(cms, url, 'a new staple')).status).toBe(200)
    await cms.stranger.signIn(person.email, 'a new staple')
  })

  it('is answered alike whether there is such an account or not', async () => {
    const known = (await cms.as('editor')).person.email
    const answers = [await forgot(cms, known), await forgot(cms, 'nobody@example.com')]
    expect(answers[0]!.text).toBe(answers[1]!.text)
    await mailbox.to(known)
    expect(await mailbox.to('nobody@example.com', 0)).toEqual([])
    expect((await forgot(cms, '')).status).toBe(400)
  })

  it('brings one mail to an address, however often it is asked for within a minute', async () => {
    const [often, last] = [(await cms.as('marketer')).person.email, (await cms.as('writer', 'last')).person.email]
    for (let time = 0; time < 4; time++)
      expect((await forgot(cms, often)).status).toBe(200)
    await forgot(cms, last)
    await mailbox.to(last)
    expect(await mailbox.to(often)).toHaveLength(1)
  })

  it('is asked for on its page', async () => {
    expect((await cms.stranger.send('GET', '/admin/forgot')).text).not.toContain('This site sends no e-mail.')
  })

  it('tells nobody but the log when the mail server is away', async () => {
    const { email } = (await cms.as('writer', 'unlucky')).person
    mailbox.close()
    const answer = await forgot(cms, email)
    expect(answer).toMatchObject({ status: 200, text: (await forgot(cms, 'nobody@example.com')).text })
    await expect.poll(() => cms.output.join('\n')).toContain('The mail for a new password could not be sent: ')
    expect(cms.output.join('\n')).not.toMatch(/reset\/|[0-9a-f]{40}/)
  })
})

function forgot(cms: Cms, email: string): Promise<Answer> {
  return cms.stranger.send('POST', '/api/users/forgot-password', { body: { email } })
}

function reset(cms: Cms, url: string, password: string): Promise<Answer> {
  return cms.stranger.send('POST', '/api/users/reset-password', { body: { token: tokenOf(url), password } })
}

function tokenOf(url: string): string {
  return url.split('/').at(-1)!
}

async function isSignedIn(session: Session): Promise<boolean> {
  return (await session.send<{ user: unknown }>('GET', '/api/users/me')).body.user !== null
}
