import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../e2e/harness/runCli.ts'
import { Cms, startCms } from '../integration/harness/cms.ts'
import { setUpFactor } from '../integration/harness/factor.ts'
import { Feed } from '../integration/harness/Feed.ts'

const NEW_SECRET = 'the secret of after the change'

let cms: Cms
let renewed: Cms
const others: Cms[] = []
beforeAll(async () => {
  cms = await startCms()
})
afterAll(async () => {
  await Promise.all(others.map(other => other.kill()))
  await cms?.stop()
})

/** The same CMS with other variables, beside it. */
async function beside(environment: Record<string, string | undefined>): Promise<Cms> {
  const other = new Cms(cms.dataDir, { ...cms.environment, ...environment })
  others.push(other)
  await other.start()
  return other
}

describe('while PAYLOAD_SECRET is changed', () => {
  it('sessions, known browsers, authenticator apps and the audit log go on', { timeout: 180_000 }, async () => {
    const old = cms.environment.PAYLOAD_SECRET
    const writer = await cms.as('writer', 'stays')
    const factor = await setUpFactor(writer)
    const feed = await Feed.open(cms)
    const sealed = async () =>
      (await feed.payload.db.findOne<{ id: string, secret: string }>({
        collection: 'second-factors',
        where: { user: { equals: String(writer.person.id) } },
      }))!.secret
    const before = await sealed()

    renewed = await beside({ PAYLOAD_SECRET: NEW_SECRET, PAYLOAD_SECRET_PREVIOUS: old, AUDIT_SECRET: old })
    const ask = (token: string, at = renewed) =>
      at.stranger.send<{ user: { email: string } | null }>('GET', '/api/users/me', {
        headers: { authorization: `JWT ${token}` },
      })
    expect((await ask(writer.token!)).body.user?.email).toBe('stays@example.com')
    expect(await sealed()).not.toBe(before)

    const { body } = await renewed.stranger.send<{ refreshedToken: string }>('POST', '/api/users/refresh-token', {
      headers: { authorization: `JWT ${writer.token}` },
    })
    expect((await ask(body.refreshedToken)).body.user?.email).toBe('stays@example.com')
    expect((await ask(body.refreshedToken, cms)).body.user).toBeNull()

    const signIn = await renewed.stranger.send('POST', '/api/users/login', {
      body: { email: 'stays@example.com', password: 'battery staple', code: factor.nextCode },
    })
    expect(signIn.status, signIn.text).toBe(200)
    expect((await runCli('audit', ['verify'], renewed)).said).toContain('The audit log is intact.')
    await feed.close()
  })

  it('and what is renewed goes on without the old one, which opens nothing any more', async () => {
    const writer = await cms.as('writer', 'later')
    const after = await beside({ PAYLOAD_SECRET: NEW_SECRET, AUDIT_SECRET: cms.environment.PAYLOAD_SECRET })
    const asks = async (token: string) =>
      (await after.stranger.send<{ user: unknown }>('GET', '/api/users/me', {
        headers: { authorization: `JWT ${token}` },
      })).body.user
    expect(await asks(writer.token!)).toBeNull()
    expect(await asks((await renewed.stranger.signIn('later@example.com', 'battery staple')).token!)).not.toBeNull()
  })

  it('a third secret is not taken', async () => {
    const forged = await startCms()
    try {
      const { token } = await forged.as('admin')
      expect(
        (await renewed.stranger.send<{ user: unknown }>('GET', '/api/users/me', {
          headers: { authorization: `JWT ${token}` },
        })).body.user,
      ).toBeNull()
    }
    finally {
      await forged.stop()
    }
  })
})
