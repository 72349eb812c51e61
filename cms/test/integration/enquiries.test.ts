import type { Enquiry } from '@masthead/shared/payload-types'
import type { Answer } from './harness/Session.ts'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { isReference } from '@masthead/shared/enquiry'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Cms, SERVICE_KEY, startCms } from './harness/cms.ts'
import { Feed } from './harness/Feed.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
beforeAll(async () => {
  cms = await startCms({ SERVICE_KEY_PREVIOUS: 'the key of the tests of before' })
})
afterAll(() => cms.stop())

describe('the web hands in an enquiry', () => {
  it('and is told its reference', async () => {
    const written = enquiry({ company: 'Vold & Daughters', page: '/blog/a-queue' })
    const { status, body, text } = await submit(written)
    expect([status, isReference(body.reference)], text).toEqual([201, true])
    expect(Object.keys(body)).toEqual(['reference'])
    const stored = await storedAs(body.reference)
    const { submission: _, ...words } = written
    expect(stored).toMatchObject({ ...words, status: 'new' })
    expect(stored).not.toHaveProperty('submission')
    expect(stored).not.toHaveProperty('moment')
  })

  it('with letters of any script', async () => {
    const words = {
      name: 'Žofie 用户',
      email: 'jörg@müller.example',
      message: 'Grüße, 你好, שלום — 👩‍🔧 and a line\nmore.',
    }
    const { body, text } = await submit(enquiry(words))
    expect(await storedAs(body.reference), text).toMatchObject(words)
  })

  it('with 5,000 characters, not with 10,000', async () => {
    const longest = Array.from({ length: 625 }, (_, index) => String(index).padStart(7, '𠮷')).join(' ')
    expect((await submit(enquiry({ message: `${longest}!` }))).status).toBe(201)
    const answer = await submit(enquiry({ message: 'word '.repeat(2000) }))
    expect([answer.status, problems(answer)]).toEqual([
      400,
      expect.stringContaining('message: Your message has 9,999 characters.'),
    ])
  })

  it('and is told all that is wrong, as if the web had not looked', async () => {
    const answer = await submit({
      name: '',
      email: 'ines@example.com\r\nBcc: all@example.com',
      message: { $ne: null },
      status: 'answered',
    })
    expect(answer.status).toBe(400)
    expect(problems(answer).match(/^\w+: /gm)).toEqual(['name: ', 'email: ', 'message: '])
  })

  it.each(['', 'null', '[', '"text"', '7'])('but no %j', async (body) => {
    expect((await submit(body)).status).toBe(400)
  })

  it('by the reference that the visitor has been told already', async () => {
    const written = enquiry()
    const answers = [
      await submit({ ...written, reference: 'Q7K2-9XWD' }),
      await submit({ ...written, reference: 'Q7K2-9XWD' }),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([[201, { reference: 'Q7K2-9XWD' }], [200, {
      reference: 'Q7K2-9XWD',
    }]])
    expect(await storedAs('Q7K2-9XWD')).toMatchObject({ email: written.email })
  })

  it('by another where that is taken, and nothing is lost', async () => {
    await submit({ ...enquiry(), reference: 'Q7K2-2222' })
    const { status, body: { reference } } = await submit({ ...enquiry({ name: 'Another' }), reference: 'Q7K2-2222' })
    expect([status, reference === 'Q7K2-2222', (await storedAs(reference)).name]).toEqual([201, false, 'Another'])
  })

  it('which sets nothing but what a visitor writes', async () => {
    const { body } = await submit({
      ...enquiry(),
      id: randomUUID(),
      reference: 'AAAA AAAA',
      status: 'answered',
      note: 'Mine',
      createdAt: '2001-01-01T00:00:00.000Z',
    })
    const stored = await storedAs(body.reference)
    expect(isReference(stored.reference)).toBe(true)
    expect(stored).toMatchObject({ status: 'new' })
    expect(stored.note ?? null).toBeNull()
    expect(stored.createdAt > '2026').toBe(true)
  })

  it('whose mark-up stays text and whose head stays one line', async () => {
    const attack = '"><img src=x onerror=alert(1)>\r\nBcc: all@example.com'
    const { body } = await submit(enquiry({ name: attack, message: attack }))
    expect(await storedAs(body.reference)).toMatchObject({
      name: '"><img src=x onerror=alert(1)> Bcc: all@example.com',
      message: attack.replace('\r', ''),
    })
  })

  it('with the key of before, while it is changed', async () => {
    const answer = await cms.stranger.send('POST', '/api/enquiries/submit', {
      body: enquiry(),
      headers: { authorization: 'Bearer the key of the tests of before' },
    })
    expect(answer.status).toBe(201)
  })

  it('that looks like spam, which is kept as spam', async () => {
    const { status, body } = await submit(
      enquiry({ message: 'http://a.example http://b.example http://c.example http://d.example' }),
    )
    expect([status, (await storedAs(body.reference)).status]).toEqual([201, 'spam'])
  })
})

describe('one enquiry is kept', () => {
  it('of two that are sent one after the other', async () => {
    const words = enquiry()
    await expectOne([await submit(words), await submit(words)], words.email)
  })

  it('of ten that are sent at once', async () => {
    const words = enquiry()
    await expectOne(await Promise.all(Array.from({ length: 10 }, () => submit(words))), words.email)
  })

  it('of ten that are sent at once without an id', async () => {
    const { submission: _, ...words } = enquiry()
    await expectOne(await Promise.all(Array.from({ length: 10 }, () => submit(words))), words.email)
  })

  it('of ten that are sent at once from as many forms', async () => {
    const words = enquiry()
    await expectOne(
      await Promise.all(Array.from({ length: 10 }, () => submit({ ...words, submission: randomUUID() }))),
      words.email,
    )
  })

  it('even when the address is written otherwise', async () => {
    const { submission: _, ...words } = enquiry()
    await expectOne([await submit(words), await submit({ ...words, email: words.email.toUpperCase() })], words.email)
  })

  it('after it was answered, too', async () => {
    const words = enquiry()
    const first = await submit(words)
    const { id } = await storedAs(first.body.reference)
    await (await cms.as('marketer')).update('enquiries', id, { status: 'answered' })
    await expectOne([first, await submit(words)], words.email)
    expect((await storedAs(first.body.reference)).status).toBe('answered')
  })

  it.each(['name', 'company', 'message'])(
    'but each of two that differ in the %s, even if they came from one form',
    async (field) => {
      const words = enquiry()
      const answers = [await submit(words), await submit({ ...words, [field]: 'Something else altogether' })]
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(2)
    },
  )

  it('but each of two visitors who were given the same form', async () => {
    const words = enquiry()
    const other = await submit({ ...words, email: `other-${words.email}` })
    expect([(await submit(words)).status, other.status]).toEqual([201, 201])
  })
})

describe('nobody else hands in enquiries', () => {
  it.each([
    ['without a key', {}],
    ['with another key', { authorization: `Bearer ${'x'.repeat(32)}` }],
    ['with the beginning of the key', { authorization: `Bearer ${SERVICE_KEY.slice(0, -1)}` }],
    ['with the key and more', { authorization: `Bearer ${SERVICE_KEY}x` }],
    ['with the key alone', { authorization: SERVICE_KEY }],
    ['with an empty key', { authorization: 'Bearer ' }],
  ])('%s', async (_, headers) => {
    const words = enquiry()
    const answer = await cms.stranger.send('POST', '/api/enquiries/submit', {
      body: words,
      headers: headers as Record<string, string>,
    })
    expect([answer.status, problems(answer)]).toEqual([401, expect.stringContaining('service key')])
    expect(await count(words.email)).toBe(0)
  })

  it('not even an administrator', async () => {
    const admin = await cms.as('admin')
    expect((await admin.send('POST', '/api/enquiries/submit', { body: enquiry() })).status).toBe(401)
  })

  it('and the key opens nothing else', async () => {
    const headers = { authorization: `Bearer ${SERVICE_KEY}` }
    expect((await cms.stranger.send('GET', '/api/enquiries', { headers })).status).toBe(403)
    expect((await cms.stranger.send('POST', '/api/enquiries', { headers, body: enquiry() })).status).toBe(403)
  })

  it('where no key is set, in plain words', async () => {
    const keyless = await startCms({ SERVICE_KEY: undefined })
    try {
      const answer = await keyless.stranger.send('POST', '/api/enquiries/submit', {
        body: enquiry(),
        headers: { authorization: 'Bearer undefined' },
      })
      expect([answer.status, problems(answer)]).toEqual([503, expect.stringContaining('set SERVICE_KEY')])
    }
    finally {
      await keyless.stop()
    }
  })
})

describe('those who look after enquiries', () => {
  it('see the newest first, and find them by what stands in them', async () => {
    const words = enquiry({ company: `Company ${randomUUID()}` })
    const { body: { reference } } = await submit(words)
    const marketer = await cms.as('marketer')
    expect((await marketer.find('enquiries', { limit: 1 })).docs[0]!.reference).toBe(reference)
    expect(
      await marketer.count('enquiries', { where: { company: { like: words.company }, status: { equals: 'new' } } }),
    ).toBe(1)
  })

  it.each(['marketer', 'editor', 'admin'] as const)(
    'set a status and a note, and leave what the visitor wrote: %s',
    async (role) => {
      const before = await storedAs((await submit(enquiry())).body.reference)
      const session = await cms.as(role)
      await session.update('enquiries', before.id, {
        name: 'X',
        email: 'x@example.com',
        company: 'X',
        message: 'Changed by hand',
        page: '/x',
        reference: 'AAAA-AAAA',
        submission: 'x',
        moment: 'x',
        status: 'answered',
        note: 'Called back.',
      })
      const { updatedAt: _, ...after } = await storedAs(before.reference)
      expect(after).toEqual({ ...before, status: 'answered', note: 'Called back.', updatedAt: undefined })
    },
  )
})

describe('all that one address sent', () => {
  const path = (email: string) => `/api/enquiries/of-sender?email=${encodeURIComponent(email)}`

  it.each(['marketer', 'editor', 'admin'] as const)(
    'is exported for a %s, however the address is written, and nothing of others',
    async (role) => {
      const email = `${randomUUID()}_%@example.com`
      for (const written of [email, email.toUpperCase(), `x${email}`, email.replace('_', '-'), `${email}.org`])
        await submit(enquiry({ email: written, message: `From ${written} about a queue that never empties.` }))
      const { headers, body } = await (await cms.as(role)).send<{ email: string, enquiries: Enquiry[] }>(
        'GET',
        path(email),
      )
      expect(headers.get('content-disposition')).toMatch(/^attachment/)
      expect(body.enquiries.map(({ message }) => message)).toEqual(
        [email, email.toUpperCase()].map(written => `From ${written} about a queue that never empties.`),
      )
      expect(Object.keys(body.enquiries[0]!)).not.toContain('submission')
    },
  )

  it('is deleted by an administrator, and nothing of others', async () => {
    const { email } = enquiry()
    for (const written of [email, email.toUpperCase(), `x${email}`])
      await submit(enquiry({ email: written, message: `From ${written} about a queue that never empties.` }))
    const answer = await (await cms.as('admin')).send('DELETE', path(email))
    expect([answer.status, answer.body]).toEqual([200, { deleted: 2 }])
    expect([await count(email), await count(`x${email}`)]).toEqual([0, 1])
  })

  it.each(
    [
      ['GET', 'writer', 403],
      ['DELETE', 'writer', 403],
      ['DELETE', 'editor', 403],
      ['DELETE', 'marketer', 403],
    ] as const,
  )('is kept from %s by a %s', async (method, role, status) => {
    const { email } = enquiry()
    await submit(enquiry({ email }))
    expect((await (await cms.as(role)).send(method, path(email))).status).toBe(status)
    expect((await cms.stranger.send(method, path(email))).status).toBe(403)
    expect(await count(email)).toBe(1)
  })

  it.each(['', 'example'])('needs an address: %j', async (email) => {
    await submit(enquiry())
    const before = await (await cms.as('admin')).count('enquiries')
    for (const method of ['GET', 'DELETE']) {
      const answer = await (await cms.as('admin')).send(method, path(email))
      expect([answer.status, problems(answer)]).toEqual([
        400,
        expect.stringContaining('“email” has to be the e-mail address'),
      ])
    }
    expect(await (await cms.as('admin')).count('enquiries')).toBe(before)
  })

  it('is exported and deleted by command', async () => {
    const { email } = enquiry()
    await submit(enquiry({ email }))
    const cli = fileURLToPath(new URL('../../src/import/cli.ts', import.meta.url))
    const run = (action: string) =>
      promisify(execFile)(process.execPath, [cli, 'enquiries', action, email], {
        cwd: cms.dataDir,
        env: { ...process.env, ...cms.environment },
      })
    expect(JSON.parse((await run('export')).stdout)).toMatchObject({ email, enquiries: [{ email }] })
    expect((await run('delete')).stdout).toBe(`Enquiries of ${email} that were deleted: 1\n`)
    expect(await count(email)).toBe(0)
  })
})

it('enquiries past their retention are deleted, and no others', async () => {
  const { email } = enquiry()
  const old = await storedAs((await submit(enquiry({ email }))).body.reference)
  const recent = await storedAs((await submit(enquiry({ email: `x${email}` }))).body.reference)
  const { payload } = await Feed.open(cms)
  await payload.db.updateOne({
    collection: 'enquiries',
    id: old.id,
    data: { createdAt: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString() },
  })
  await payload.destroy()
  const other = new Cms(cms.dataDir, { ...cms.environment, ENQUIRY_RETENTION_DAYS: '30' })
  await other.start()
  try {
    await vi.waitFor(async () => expect(await count(email)).toBe(0), { timeout: 20_000 })
    expect(await storedAs(recent.reference)).toMatchObject({ id: recent.id })
    await vi.waitFor(() => expect(other.output.join('\n')).toMatch(/1 enquiries older than 30 days were deleted/))
  }
  finally {
    await other.kill()
  }
})

function enquiry(parts: Partial<Record<keyof Enquiry, string>> = {}) {
  return {
    name: 'Ines Vold',
    email: `${randomUUID()}@example.com`,
    company: '',
    message: 'We would like to talk about a queue that never empties.',
    page: '/enquiry',
    submission: randomUUID() as string,
    ...parts,
  }
}

function submit(body: unknown): Promise<Answer<{ reference: string }>> {
  return cms.stranger.send('POST', '/api/enquiries/submit', {
    body,
    headers: { 'content-type': 'application/json', 'authorization': `Bearer ${SERVICE_KEY}` },
  })
}

async function storedAs(reference: string): Promise<Enquiry> {
  const { docs: [stored] } = await (await cms.as('admin')).find('enquiries', {
    where: { reference: { equals: reference } },
  })
  return stored!
}

async function count(email: string): Promise<number> {
  return (await cms.as('admin')).count('enquiries', { where: { email: { equals: email } } })
}

async function expectOne(answers: Answer<{ reference: string }>[], email: string): Promise<void> {
  expect(answers.map(({ status, text }) => status < 300 ? 'taken' : text)).toEqual(answers.map(() => 'taken'))
  expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await count(email)).toBe(1)
}
