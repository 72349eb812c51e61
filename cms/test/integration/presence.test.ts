import type { OpenDocuments } from '../../src/presence/listOpenDocuments.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cms, startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { OpenForm } from './harness/OpenForm.ts'
import { SEEN_ALL } from './harness/SEEN_ALL.ts'

let cms: Cms
/** Another process on the same database. */
let second: Cms
let editor: Session
let writer: Session
let marketer: Session
let basics: Basics
let post: string

beforeAll(async () => {
  cms = await startCms()
  second = new Cms(cms.dataDir, cms.environment)
  await second.start()
  editor = await cms.as('editor')
  writer = await cms.as('writer')
  marketer = await cms.as('marketer')
  basics = await makeBasics(editor)
})

afterAll(async () => {
  await second?.stop()
  await cms?.stop()
})

function openPost(session: Session): Promise<OpenForm> {
  return new OpenForm(session, `/api/posts/${post}/presence`).open()
}

async function newPost(): Promise<string> {
  return (await writer.create('posts', article(basics, { title: 'Open' }), { draft: true })).id
}

describe('open forms', () => {
  it('see each other through any process with the section, and are gone once closed', async () => {
    post = await newPost()
    const one = await openPost(writer)
    const other = await openPost(editor)
    await one.report(cms.url, { section: { label: '03 Text', row: 'r3' } })
    await other.until(({ others }) => others.length === 1, second.url)
    const { body: { others } } = await other.report(second.url)
    expect(others).toMatchObject([{ name: 'writer of the tests', user: writer.person.id, section: { label: '03 Text' } }])

    await one.report(cms.url, { isClosed: true })
    await other.until(({ others }) => others.length === 0, second.url)
  })

  it('are gone some seconds after a crash, of the browser or of the process that served them', async () => {
    post = await newPost()
    const one = await openPost(writer)
    const other = await openPost(editor)
    await one.report(second.url)
    await other.until(({ others }) => others.length === 1)
    const last = Date.now()
    await one.report(second.url)
    await second.kill()
    await other.until(({ others }) => others.length === 0)
    const goneAfterMs = Date.now() - last
    await second.start()
    expect(goneAfterMs).toBeGreaterThan(6000)
  })

  it('learn of a save through any process', async () => {
    post = await newPost()
    const one = await openPost(writer)
    await one.until(({ revision }) => revision !== undefined)
    const title = `Saved through another process ${Date.now()}`
    const elsewhere = await second.stranger.signIn(editor.person.email, 'battery staple')
    const saved = await elsewhere.update('posts', post, { title }, { draft: true, ...SEEN_ALL })
    await one.until(({ revision }) => revision!.at >= saved.updatedAt)
    expect((await one.report()).body.revision).toMatchObject({ at: saved.updatedAt })

    const published = await editor.publish('posts', post)
    await one.until(({ revision }) => revision!.at === published.updatedAt)
  })

  it('of other documents and of globals have their own revision and people', async () => {
    const category = `/api/categories/${basics.category}/presence`
    const one = await new OpenForm(editor, category).open()
    const [site, sameSite] = [
      await new OpenForm(editor, '/api/globals/site/presence').open(),
      await new OpenForm(marketer, '/api/globals/site/presence').open(),
    ]
    await one.report()
    await site.report()
    expect(await sameSite.others()).toEqual(['editor of the tests'])
    expect(await one.others()).toEqual([])
    const { updatedAt } = await editor.update('categories', basics.category, { title: 'Renamed' })
    await one.until(({ revision }) => revision?.at === updatedAt)
    await editor.send('POST', '/api/globals/site', { body: { tagline: 'Another' } })
    const { updatedAt: siteAt } = await editor.global('site')
    await site.until(({ revision }) => revision?.at === siteAt)
  })

  it('of documents without dates have people and no revision', async () => {
    const admin = await cms.as('admin')
    const { docs: [entry] } = await admin.find('audit-log', { limit: 1 })
    const form = await new OpenForm(admin, `/api/audit-log/${entry!.id}/presence`).open()
    const { status, body } = await form.report()
    expect([status, body.others, body.revision]).toEqual([200, [], undefined])
  })

  it('are taken over, and take back, each by a user who may change the document', async () => {
    post = await newPost()
    const one = await openPost(writer)
    const other = await openPost(editor)
    await one.report()
    await other.until(({ others }) => others.length === 1)
    await sleep(1000)
    const { others } = (await other.report()).body
    expect((await other.takeOver(others[0]!.tab)).status).toBe(200)
    await one.until(({ takenOver }) => takenOver?.name === 'editor of the tests')
    await other.until(({ others }) => others[0]!.isReadOnly)

    const { takenOver } = (await one.report(second.url)).body
    expect((await one.takeOver(takenOver!.tab)).status).toBe(200)
    await one.until(answer => answer.takenOver === undefined)
    await other.until(({ takenOver }) => takenOver?.name === 'writer of the tests')

    await editor.publish('posts', post)
    const reader = await openPost(marketer)
    expect((await reader.takeOver(others[0]!.tab)).status).toBe(403)
    expect((await one.takeOver(1 as unknown as string)).status).toBe(400)
  })
})

describe('who is working on what', () => {
  it('is told to nobody without a session or a ticket', async () => {
    post = await newPost()
    for (
      const path of [
        `/api/posts/${post}/presence`,
        '/api/posts/presence',
        '/api/globals/site/presence',
        '/api/posts/nothing/presence',
      ]
    )
      expect((await cms.stranger.send('GET', path)).status, path).toBe(401)
    for (const path of [`/api/posts/${post}/presence`, '/api/globals/site/presence'])
      expect((await cms.stranger.send('POST', path, { body: { from: 'a', by: 'b' } })).status, path).toBe(401)
    expect((await new OpenForm(cms.stranger, '/api/posts/nothing/presence').report()).status).toBe(401)
    const { headers } = await cms.stranger.send('POST', '/api/presence', { body: {} })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain('default-src \'none\'')
    expect((await cms.stranger.send('GET', '/api/presence')).status).toBe(404)
    expect((await cms.stranger.send('POST', '/api/presence', { body: { ticket: 1 } })).status).toBe(400)
    expect((await cms.stranger.send('POST', '/api/presence', { body: 'x'.repeat(5000) })).status).toBe(413)
  })

  it('is told only about documents that the user may read', async () => {
    post = await newPost()
    expect((await marketer.send('GET', `/api/posts/${post}/presence`)).status).toBe(404)
    const form = await openPost(editor)
    await form.report()
    const seen = async (session: Session) =>
      (await session.send<OpenDocuments>('GET', '/api/posts/presence')).body[post]
    await expect.poll(() => seen(writer)).toEqual([{ user: editor.person.id, name: 'editor of the tests' }])
    expect(await seen(marketer)).toBeUndefined()
    await form.report(cms.url, { isClosed: true })
    await expect.poll(() => seen(writer)).toBeUndefined()
  })

  it('tells nothing of the draft to a user who may only read what is published', async () => {
    post = await newPost()
    await editor.publish('posts', post)
    const form = await openPost(writer)
    const reader = await openPost(marketer)
    await form.until(({ revision }) => revision !== undefined)
    await form.report(cms.url, { section: { label: '03 A secret', row: 'r3' } })
    const { text, body } = await reader.report()
    expect(body.others).toMatchObject([{ name: 'writer of the tests' }])
    expect(body.revision).toBeUndefined()
    expect(text).not.toContain('secret')
  })

  it('gets no new ticket after the session has ended', async () => {
    post = await newPost()
    const guest = await cms.as('editor', 'guest')
    const form = await openPost(guest)
    expect((await form.report()).status).toBe(200)
    await (await cms.as('admin')).send('DELETE', `/api/users/${guest.person.id}/sessions`)
    await expect(form.open()).rejects.toThrow('401')
  })

  it('needs no lock of Payload', async () => {
    expect((await editor.send('GET', '/api/payload-locked-documents')).status).toBe(404)
    expect((await editor.send('GET', '/api/posts', { query: { limit: 1 } })).status).toBe(200)
  })
})
