import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'

let cms: Cms
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

describe('a request that says whose it is', () => {
  it('is taken from that person', async () => {
    expect((await send(editor, editor.person.id)).status).toBe(200)
  })

  it('is refused when another person is signed in, even for what that one may do', async () => {
    const admin = await cms.as('admin')
    const before = (await admin.global('site')).tagline
    const answer = await send(admin, editor.person.id)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('You were signed out.')
    expect((await admin.global('site')).tagline).toBe(before)
  })

  it('is refused, and not read as a stranger’s, when the session ended', async () => {
    expect((await send(cms.stranger, editor.person.id)).status).toBe(401)
    const read = await cms.stranger.send('GET', '/api/posts', { headers: { 'x-signed-in-as': editor.person.id } })
    expect(read.status).toBe(401)
  })
})

function send(session: Session, person: string) {
  return session.send('POST', '/api/globals/site', {
    body: { tagline: `Said by ${person}` },
    headers: { 'x-signed-in-as': person },
  })
}
