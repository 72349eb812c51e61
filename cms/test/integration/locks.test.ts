import type { Cms } from './harness/cms.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { openInAdmin } from './harness/openInAdmin.ts'

let cms: Cms
let editor: Session
let writer: Session
let post: string
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  writer = await cms.as('writer')
  post = (await writer.create('posts', article(await makeBasics(editor)), { draft: true })).id
})
afterAll(() => cms.stop())

describe('the lock of a document', () => {
  it('is made for the user who opens the document, taken over by another, and ended by that one', async () => {
    await openInAdmin(writer, 'posts', post)
    const [lock] = await locks(editor)
    expect(lock).toMatchObject({ user: { relationTo: 'users', value: writer.person.id } })
    expect(await change(editor, lock!.id, { user: { relationTo: 'users', value: editor.person.id } })).toBe(200)
    expect(await locks(writer)).toMatchObject([{ user: { value: editor.person.id } }])
    expect(await end(writer, lock!.id)).toBe(403)
    expect(await end(editor, lock!.id)).toBe(200)
    expect(await locks(editor)).toEqual([])
  })

  it('is changed in no other way, and made by nobody', async () => {
    await openInAdmin(writer, 'posts', post)
    const [lock] = await locks(editor)
    const mine = { relationTo: 'users', value: editor.person.id }
    for (
      const body of [{ user: { relationTo: 'users', value: writer.person.id } }, { user: mine, globalSlug: 'site' }, {
        document: { relationTo: 'posts', value: post },
      }, {}]
    )
      expect(await change(editor, lock!.id, body), JSON.stringify(body)).toBe(403)
    const made = await editor.send('POST', '/api/payload-locked-documents', {
      body: { document: { relationTo: 'posts', value: post }, user: mine },
    })
    expect(made.status).toBe(404)
    const where = { id: { exists: true } }
    for (const method of ['PATCH', 'DELETE']) {
      expect(
        (await editor.send(method, '/api/payload-locked-documents', { query: { where }, body: { user: mine } })).status,
      ).toBe(404)
    }
    expect(await locks(editor)).toEqual([lock])
  })
})

interface Lock {
  id: string
  user: { relationTo: string, value: string }
}

/** The locks of the article as the admin asks for them. */
async function locks(session: Session): Promise<Lock[]> {
  const { body } = await session.send<{ docs: Lock[] }>('GET', '/api/payload-locked-documents', {
    query: { depth: 0, where: { 'document.relationTo': { equals: 'posts' }, 'document.value': { equals: post } } },
  })
  return body.docs
}

async function change(session: Session, lock: string, body: object): Promise<number> {
  return (await session.send('PATCH', `/api/payload-locked-documents/${lock}`, { body })).status
}

async function end(session: Session, lock: string): Promise<number> {
  return (await session.send('DELETE', `/api/payload-locked-documents/${lock}`)).status
}
