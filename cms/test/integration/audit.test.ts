import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Factor } from './harness/factor.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Audit } from './harness/Audit.ts'
import { ADMIN, startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { factorPath, setUpFactor } from './harness/factor.ts'
import { handIn } from './harness/handIn.ts'
import { picture } from './harness/picture.ts'
import { refuseWrites } from './harness/refuseWrites.ts'

let cms: Cms
let audit: Audit
let admin: Session
let editor: Session
let basics: Basics
beforeAll(async () => {
  cms = await startCms()
  audit = await Audit.open(cms)
  admin = await cms.as('admin')
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(async () => {
  await audit.close()
  await cms.stop()
})

describe('signing in', () => {
  it('is recorded with who, when and from where', async () => {
    const began = new Date().toISOString()
    const [entry, ...others] = await audit.of(() => cms.stranger.signIn(ADMIN.email, ADMIN.password))
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      event: 'signed-in',
      actor: 'user',
      userId: admin.person.id,
      name: 'Administrator',
      address: '127.0.0.1',
      about: 'users',
      documentId: admin.person.id,
    })
    expect(entry!.at >= began && entry!.at <= new Date().toISOString()).toBe(true)
  })

  it('is recorded with the address that a trusted proxy says', async () => {
    const [entry] = await audit.of(() =>
      cms.stranger.send('POST', '/api/users/login', { body: ADMIN, headers: { 'x-forwarded-for': '203.0.113.7' } }),
    )
    expect(entry).toMatchObject({ event: 'signed-in', address: '203.0.113.7' })
  })

  it('has an end that is recorded', async () => {
    const session = await cms.as('writer', 'leaving')
    const { id } = session.person
    const other = await cms.stranger.signIn('leaving@example.com', 'battery staple')
    expect(await audit.eventsOf(() => session.send('DELETE', `/api/users/${id}/sessions`))).toEqual([
      `sessions-ended users:${id}`,
    ])
    expect(await audit.eventsOf(() => session.send('DELETE', `/api/users/${id}/sessions`))).toEqual([])
    expect(await audit.eventsOf(() => other.send('POST', '/api/users/logout'))).toEqual([])
    expect(await audit.eventsOf(() => session.send('POST', '/api/users/logout'))).toEqual([`signed-out users:${id}`])
  })

  it('with a second factor is recorded once it has passed, and the factor as it comes and goes', async () => {
    const writer = await cms.as('writer', 'with-a-factor')
    const { id, email } = writer.person
    let factor: Factor
    expect(await audit.eventsOf(async () => factor = await setUpFactor(writer))).toEqual([`factor-added users:${id}`])
    const signIn = (code?: string) =>
      cms.stranger.send('POST', '/api/users/login', {
        body: { email, password: 'battery staple', code },
        headers: { 'x-forwarded-for': '198.51.100.9' },
      })
    expect(await audit.eventsOf(() => signIn())).toEqual([])
    expect((await audit.of(() => signIn('000000'))).map(({ event, count }) => [event, count])).toEqual([[
      'sign-in-failed',
      1,
    ]])
    expect(await audit.eventsOf(() => signIn(factor.nextCode))).toEqual([`signed-in users:${id}`])
    expect(await audit.eventsOf(() => writer.send('POST', factorPath(writer, 'recovery-codes')))).toEqual([
      `recovery-codes-made users:${id}`,
    ])
    expect(await audit.eventsOf(() => admin.send('DELETE', factorPath(writer)))).toEqual([
      `factor-removed users:${id}`,
      `sessions-ended users:${id}`,
    ])
    expect(await audit.eventsOf(() => admin.send('POST', '/api/users/unlock', { body: { email } }))).toEqual([
      `account-unlocked users:${id}`,
    ])
  })

  it('that fails is counted by source, also when it is not judged any more, and nothing that was typed is in the entry', async () => {
    const typed = 'A password in the wrong place'
    // All of it in one minute, as far as the clock allows.
    const attempts = (from: string, count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          cms.stranger.send('POST', '/api/users/login', {
            body: { email: typed, password: typed },
            headers: { 'x-forwarded-for': from },
          })),
      )
    const entries = await audit.of(async () => {
      const statuses = (await attempts('198.51.100.1', 12)).map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([401, 429]))
      await attempts('2001:db8:1:2:3::4', 3)
      await attempts('2001:db8:1:2:5::6', 2)
    })
    const counts = (address: string) =>
      entries.filter(entry => entry.address === address).reduce((sum, { count }) => sum + count!, 0)
    expect([counts('198.51.100.1'), counts('2001:db8:1:2::/64')]).toEqual([12, 5])
    expect(entries.length).toBeLessThanOrEqual(4)
    for (const entry of entries) {
      expect(entry).toMatchObject({ event: 'sign-in-failed', actor: 'anonymous' })
      expect(JSON.stringify(entry).toLowerCase()).not.toContain(typed.toLowerCase())
    }
  })
})

describe('accounts', () => {
  it('are recorded when they are made, when their access changes, and when they are deleted', async () => {
    let id = ''
    expect(
      await audit.eventsOf(async () => {
        id
          = (await admin.create('users', {
            name: 'Some Body',
            email: 'some@example.com',
            role: 'writer',
            password: 'battery staple',
          })).id
      }),
    ).toEqual([`created users:${id}`])
    expect(await audit.eventsOf(() => admin.update('users', id, { name: 'Some Other' }))).toEqual([])
    expect(await audit.eventsOf(() => admin.update('users', id, { role: 'writer', email: 'some@example.com' })))
      .toEqual([])
    const [changed] = await audit.of(() => admin.update('users', id, { role: 'editor' }))
    expect(changed).toMatchObject({
      event: 'role-changed',
      userId: admin.person.id,
      documentId: id,
      title: 'Some Other',
    })
    expect(
      await audit.eventsOf(() =>
        admin.update('users', id, { email: 'other@example.com', password: 'staple battery horse' }),
      ),
    ).toEqual([`email-changed users:${id}`, `password-changed users:${id}`])
    expect(await audit.eventsOf(() => admin.delete('users', id))).toEqual([`deleted users:${id}`])
    // What they did stays.
    expect((await audit.entries({ documentId: { equals: id } })).length).toBe(5)
  })

  it('are recorded when somebody chooses a new password by a link, and so is the link', async () => {
    const { id } = await admin.create('users', {
      name: 'Forgetful',
      email: 'forgetful@example.com',
      role: 'writer',
      password: 'battery staple',
    })
    let token = ''
    expect(
      await audit.eventsOf(async () => {
        const { body } = await admin.send<{ url: string }>('POST', `/api/users/${id}/one-time-link`)
        token = body.url.split('/').at(-1)!
      }),
    ).toEqual([`link-made users:${id}`])
    const entries = await audit.of(() =>
      cms.stranger.send('POST', '/api/users/reset-password', { body: { token, password: 'a horse of another colour' } }),
    )
    expect(entries.map(({ event }) => event).sort()).toEqual(['password-changed', 'signed-in'])
    expect(entries.every(({ userId, documentId }) => userId === id && documentId === id)).toBe(true)
  })

  it('leave no password, hash, token or address of mail in an entry', async () => {
    const text = JSON.stringify(await audit.entries())
    expect(text).not.toMatch(/battery|staple|horse|@example\.com|[0-9a-f]{40}\/|eyJ/)
  })
})

describe('documents that are drafts first', () => {
  it('are recorded where readers get another state, and not where only a draft is saved', async () => {
    let id = ''
    expect(
      await audit.eventsOf(async () => {
        id = (await editor.create('posts', article(basics, { title: 'Recorded' }), { draft: true })).id
        await editor.saveDraft('posts', id, { title: 'Recorded twice' })
      }),
    ).toEqual([])
    const [published] = await audit.of(() => editor.publish('posts', id))
    expect(published).toMatchObject({
      event: 'published',
      actor: 'user',
      userId: editor.person.id,
      name: 'editor of the tests',
      about: 'posts',
      documentId: id,
      title: 'Recorded twice',
    })
    expect(await audit.eventsOf(() => editor.saveDraft('posts', id, { title: 'Pending' }))).toEqual([])
    expect(await audit.eventsOf(() => editor.publish('posts', id))).toEqual([`published posts:${id}`])
    expect(await audit.eventsOf(() => editor.unpublish('posts', id))).toEqual([`unpublished posts:${id}`])
    expect(await audit.eventsOf(() => editor.unpublish('posts', id))).toEqual([])
    expect(await audit.eventsOf(() => editor.publish('posts', id))).toEqual([`published posts:${id}`])
    expect(await audit.eventsOf(() => editor.trash('posts', id))).toEqual([`trashed posts:${id}`])
    expect(await audit.eventsOf(() => editor.restore('posts', id, { _status: 'published' }))).toEqual([
      `published posts:${id}`,
      `untrashed posts:${id}`,
    ])
    // The address of then was another one, and gets a redirect.
    const first = (await editor.versions('posts', id)).at(-1)!
    expect(await audit.eventsOf(() => editor.restoreVersion('posts', first.id))).toEqual([
      `version-restored posts:${id}`,
    ])
    expect(await audit.eventsOf(() => editor.restoreVersion('posts', first.id, { _status: 'published' }))).toEqual([
      `published posts:${id}`,
      expect.stringMatching(/^published redirects:/),
      `version-restored posts:${id}`,
    ])
    const [deleted] = await audit.of(() => editor.delete('posts', id))
    expect(deleted).toMatchObject({ event: 'deleted', documentId: id, title: 'Recorded' })
  })

  it('are recorded one by one when many are changed at once', async () => {
    const ids = await Promise.all(
      ['One', 'Two', 'Three'].map(async title =>
        (await editor.create('takeaway-cards', { title: `${title} of many`, body: 'Words.' }, { draft: true })).id,
      ),
    )
    const where = { where: { id: { in: ids } } }
    const expected = (event: string) => ids.map(id => `${event} takeaway-cards:${id}`).sort()
    expect(
      await audit.eventsOf(() =>
        editor.send('PATCH', '/api/takeaway-cards', { query: where, body: { _status: 'published' } }),
      ),
    ).toEqual(expected('published'))
    const deleted = await audit.of(() => editor.send('DELETE', '/api/takeaway-cards', { query: where }))
    expect(deleted.map(({ event, documentId }) => `${event} takeaway-cards:${documentId}`).sort()).toEqual(
      expected('deleted'),
    )
    expect(deleted.map(({ title }) => title).sort()).toEqual(['One of many', 'Three of many', 'Two of many'])
  })
})

describe('documents that are public at once', () => {
  it('are recorded with each save', async () => {
    let id = ''
    expect(
      await audit.eventsOf(async () => {
        id = (await editor.create('categories', { title: 'Recorded' })).id
      }),
    ).toEqual([`published categories:${id}`])
    expect(await audit.eventsOf(() => editor.update('categories', id, { title: 'Renamed' }))).toEqual([
      `published categories:${id}`,
    ])
    expect(await audit.eventsOf(() => editor.trash('categories', id))).toEqual([`trashed categories:${id}`])
    expect(await audit.eventsOf(() => editor.restore('categories', id))).toEqual([`untrashed categories:${id}`])
    expect(await audit.eventsOf(() => editor.delete('categories', id))).toEqual([`deleted categories:${id}`])
  })

  it('are recorded when they are pictures', async () => {
    let id = ''
    expect(
      await audit.eventsOf(async () => {
        id = (await editor.upload(await picture())).id
      }),
    ).toEqual([`published media:${id}`])
  })

  it('are recorded when they are settings', async () => {
    const [entry] = await audit.of(() => admin.send('POST', '/api/globals/site', { body: { tagline: 'Another' } }))
    expect(entry).toMatchObject({ event: 'saved', about: 'site', title: 'Site', userId: admin.person.id })
  })
})

describe('enquiries', () => {
  it('are recorded when they are deleted, by their reference alone', async () => {
    const reference = await handIn(cms, {
      name: 'Ines Vold',
      email: 'ines@example.com',
      company: 'Vold',
      message: 'A queue that never empties.',
      page: '/',
    })
    const { docs: [enquiry] } = await admin.find('enquiries', { where: { reference: { equals: reference } } })
    expect(await audit.eventsOf(() => admin.update('enquiries', enquiry!.id, { status: 'answered' }))).toEqual([])
    const [entry, ...others] = await audit.of(() => admin.delete('enquiries', enquiry!.id))
    expect(others).toEqual([])
    expect(entry).toMatchObject({ event: 'deleted', about: 'enquiries', documentId: enquiry!.id, title: reference })
    expect(JSON.stringify(entry)).not.toMatch(/Vold|ines@|queue/)
  })
})

describe('a change that fails', () => {
  it('is not recorded', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Refused' }), { draft: true })
    const writer = await cms.as('writer')
    const refusals = [
      () => editor.send('PATCH', `/api/posts/${id}`, { body: { _status: 'published', title: '' } }),
      () =>
        editor.send('PATCH', `/api/posts/${id}`, {
          body: { _status: 'published', category: '000000000000000000000000' },
        }),
      () => editor.send('DELETE', `/api/categories/${basics.category}`),
      () => editor.send('PATCH', `/api/categories/${basics.category}`, { body: { title: '' } }),
      () => writer.send('PATCH', `/api/posts/${id}`, { body: { _status: 'published' } }),
      () => writer.send('DELETE', `/api/posts/${id}`),
      () => writer.send('PATCH', `/api/users/${admin.person.id}`, { body: { role: 'writer' } }),
      () => admin.send('DELETE', `/api/users/${admin.person.id}`),
      () => admin.withoutPassword.send('PATCH', `/api/users/${editor.person.id}`, { body: { role: 'writer' } }),
      () => writer.send('POST', '/api/globals/site', { body: { tagline: 'Mine' } }),
    ]
    for (const refused of refusals) {
      const entries = await audit.of(async () => {
        const { status, text } = await refused()
        expect(status, text).toBeGreaterThanOrEqual(400)
      })
      expect(entries).toEqual([])
    }
  })

  it('is what becomes of one that cannot be recorded', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Unrecordable' }), { draft: true })
    await refuseWrites(cms, 'audit_log', 'key', { documentId: id })
    expect((await editor.send('PATCH', `/api/posts/${id}`, { body: { _status: 'published' } })).status).toBe(500)
    // A single MongoDB server has no transactions.
    if (!inject('mongodb'))
      expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
  })
})
