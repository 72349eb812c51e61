import type { SanitizedConfig } from 'payload'
import type { Cms } from './harness/cms.ts'
import type { Secrets, State } from './leaks/seedSecrets.ts'
import type { DocumentId } from './leaks/versionsOfSecrets.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '../../src/collections/defineCollection.ts'
import payloadConfig from '../../src/payload.config.ts'
import { startCms } from './harness/cms.ts'
import { askings, CONDITIONS, tellsApart } from './leaks/ask.ts'
import { eightAtOnce } from './leaks/eightAtOnce.ts'
import { fieldPaths } from './leaks/fieldPaths.ts'
import { meets } from './leaks/meets.ts'
import { pathsOf, restRoutes } from './leaks/routes.ts'
import { SECRET, seedSecrets } from './leaks/seedSecrets.ts'
import { versionsOfSecrets } from './leaks/versionsOfSecrets.ts'

const config: SanitizedConfig = await payloadConfig
const routes = await restRoutes()
const reads = routes.filter(route => route.method === 'GET')
const writes = routes.filter(route => route.method !== 'GET')
/** The collections that have routes. */
const collections = config.collections.filter(({ endpoints }) => endpoints)

describe('what is not public', () => {
  let cms: Cms
  let seeded: Secrets
  let versions: DocumentId[]
  const stranger = () => cms.stranger

  beforeAll(async () => {
    cms = await startCms()
    seeded = await seedSecrets(cms)
    versions = await versionsOfSecrets(cms)
  })
  afterAll(() => cms.stop())

  it.each(collections)(
    'has a document in each state of $slug, for the tests below to look for',
    ({ slug, trash, versions }) => {
      const states: State[]
        = slug.startsWith('payload-') || ['users', 'redirects', 'enquiries', 'audit-log'].includes(slug)
          ? ['not public']
          : [
              ...(versions ? ['draft', 'unpublished', 'older version', 'pending draft', 'trashed draft'] as const : []),
              ...(trash ? ['trashed'] as const : []),
            ]
      const found = seeded.secrets.filter(({ collection }) => collection === slug).map(({ state }) => state)
      expect(found.sort(), `Seed secrets of ${slug} in seedSecrets.ts.`).toEqual(states.sort())
    },
  )

  it('can be found by those who may see it', async () => {
    const editor = await cms.as('editor')
    for (
      const slug of [
        'enquiries',
        ...collections.filter(collection => factsOf(collection).readers).map(({ slug }) => slug),
      ]
    ) {
      const answer = await editor.send('GET', `/api/${slug}`, {
        query: { draft: true, trash: true, depth: 1, limit: 0 },
      })
      expect(meets(answer, SECRET)).toBe(true)
    }
    await expect.poll(async () => (await editor.send('GET', '/api/posts/presence')).text).toContain(SECRET)
  })

  it.each(reads)('is not met on $method $path', async (route) => {
    await eightAtOnce(pathsOf(route, known(route.collection)), async (path) => {
      for (const query of [{}, { depth: 2 }, { draft: true, trash: true, depth: 2, limit: 500 }])
        expect(await stranger().send('GET', path, { query }), path).not.toSatisfy(answer => meets(answer, SECRET))
    })
  })

  it.each(writes)('is not met on $method $path, which does nothing for a stranger', async (route) => {
    await eightAtOnce(pathsOf(route, known(route.collection)), async (path) => {
      for (const query of [{}, { draft: true, trash: true, depth: 2, where: { id: { exists: true } } }]) {
        const answer = await stranger().send(route.method, path, {
          query,
          body: { title: 'Taken over', email: `${SECRET}@example.com`, password: 'a guess of mine' },
        })
        const text = answer.text.replaceAll(`${SECRET}@example.com`, '')
        expect({ ...answer, text }, path).not.toSatisfy(answer => meets(answer, SECRET))
        expect(answer.status, `${path}: ${answer.text}`).toSatisfy((status: number) =>
          status >= 400 || HARMLESS.test(`${route.method} ${route.path}`),
        )
      }
    })
  })

  it.each(collections)('is not met in $slug, whatever form the query has', async ({ slug }) => {
    await eightAtOnce(forms(), async (query) => {
      for (const ask of Object.values(askings)) {
        const answer = await ask(stranger(), `/api/${slug}`, query)
        expect(answer, JSON.stringify(query)).not.toSatisfy(answer => meets(answer, SECRET))
      }
      for (const { id } of seeded.published.filter(({ collection }) => collection === slug)) {
        const answer = await stranger().send('GET', `/api/${slug}/${id}`, { query })
        expect(answer, `${id} ${JSON.stringify(query)}`).not.toSatisfy(answer => meets(answer, SECRET))
      }
    })
  })

  it.each(collections.map(collection => collection.slug))(
    'does not change how many or which documents of %s are listed',
    async (slug) => {
      const { body: plain, status } = await stranger().send<{ totalDocs: number, docs: unknown[] }>(
        'GET',
        `/api/${slug}`,
        { query: { depth: 0, limit: 500, sort: 'id' } },
      )
      if (status === 403)
        return
      for (
        const query of [{ draft: true }, { trash: true }, { draft: true, trash: true }, { pagination: false }, {
          where: { deletedAt: { exists: true } },
        }, { where: { _status: { not_equals: 'published' } } }]
      ) {
        const { body } = await stranger().send<typeof plain>('GET', `/api/${slug}`, {
          query: { depth: 0, limit: 500, sort: 'id', ...query },
        })
        const { body: counted } = await stranger().send<{ totalDocs: number }>('GET', `/api/${slug}/count`, { query })
        if ('where' in query)
          expect([body.docs ?? [], counted.totalDocs ?? 0], JSON.stringify(query)).toEqual([[], 0])
        else
          expect([body.docs, counted.totalDocs], JSON.stringify(query)).toEqual([plain.docs, plain.totalDocs])
      }
    },
  )

  it.each(collections)('cannot be asked for by a filter on a field of $slug', async (collection) => {
    const told: object[] = []
    await eightAtOnce(fieldPaths(collection, config.collections, 0), async (path) => {
      const ask = (condition: unknown, query: object) =>
        stranger().send('GET', `/api/${collection.slug}`, {
          query: { ...query, depth: 0, where: { [path]: condition } },
        })
      if ((await ask({ exists: true }, {})).status >= 400)
        return
      // What stands deeper is asked for by fewer: there is a lot of it, and one code reads all paths.
      for (const condition of path.includes('.') ? CONDITIONS.slice(0, 2) : CONDITIONS) {
        if (await tellsApart(word => ask(condition(word), { draft: true, trash: true })))
          told.push({ path, condition: condition(SECRET) })
      }
    })
    expect(told).toEqual([])
  })

  it('is still there when strangers have tried everything', async () => {
    const admin = await cms.as('admin')
    const editor = await cms.as('editor')
    for (const { collection, id, state } of seeded.secrets) {
      // Payload's own collections have no route to a document by its id.
      const { status, text } = collection === 'payload-preferences'
        ? await editor.send('GET', '/api/payload-preferences/list')
        : await admin.send('GET', `/api/${collection}/${id}`, { query: { trash: true, draft: true } })
      expect([status, text], `${collection} ${state}`).toEqual([200, expect.stringContaining(id)])
    }
  })

  /** What a stranger who knows everything but the secret may put for the parameters of a route. */
  function known(collection: string | undefined): Record<string, string[]> {
    const inside = (documents: { collection: string, id: string }[]) =>
      documents.filter(document => document.collection === collection).map(({ id }) => id)
    const ids = inside(seeded.secrets)
    return {
      // And one of elsewhere.
      id: [
        ...ids,
        ...inside(versions),
        versions.find(version => version.collection !== collection)!.id,
        ...inside(seeded.published),
      ],
      filename: [
        `${SECRET}.png`,
        `${SECRET}-480x320.webp`,
        `..%2Fmedia%2F${SECRET}.png`,
        'masthead.db',
        '..%2Fmasthead.db',
      ],
      key: ['list', ...ids],
      session: ['0'.repeat(24), ...ids],
      passkey: ['0'.repeat(24), ...ids],
    }
  }

  function* forms(): Generator<object> {
    // Nobody gets more without signing in.
    for (const depth of [0, 1, 2])
      yield { depth }
    yield* [
      { draft: true },
      { draft: 'true', depth: 2 },
      { trash: true, depth: 2 },
      { draft: true, trash: true, pagination: false, limit: 500, depth: 2 },
      { overrideAccess: true, showHiddenFields: true, depth: 2 },
      { user: seeded.secrets.find(({ collection }) => collection === 'users')!.id, depth: 2 },
      { 'locale': 'all', 'fallback-locale': 'en', 'fallbackLocale': 'en', 'flattenLocales': true, 'depth': 2 },
      { joins: { related: { limit: 100, where: { title: { like: SECRET.slice(0, 4) } } } }, depth: 2 },
      { joins: false, depth: 2 },
      { page: 2, limit: 1, depth: 2 },
      { page: 1, limit: 1, depth: 2 },
      { sort: '-title', depth: 2 },
      { sort: ['title', '-createdAt'], depth: 2 },
      {
        select: {
          title: true,
          owner: true,
          references: true,
          sections: true,
          version: true,
          password: true,
          hash: true,
          salt: true,
        },
        depth: 2,
      },
      { select: { id: false }, depth: 2 },
      {
        depth: 2,
        draft: true,
        populate: Object.fromEntries(
          config.collections.map((
            { slug, flattenedFields },
          ) => [slug, Object.fromEntries(flattenedFields.map(({ name }) => [name, true]))]),
        ),
      },
      {
        depth: 2,
        populate: { users: { name: true, email: true, sessions: true, resetPasswordToken: true }, posts: {} },
      },
      { where: { or: [{ _status: { equals: 'draft' } }, { _status: { equals: 'published' } }] }, depth: 2 },
      { where: { _status: { in: ['draft', 'published'] } }, draft: true, depth: 2 },
      { where: { deletedAt: { exists: true } }, trash: true, depth: 2 },
      { where: { id: { in: seeded.secrets.map(({ id }) => id) } }, draft: true, trash: true, depth: 2 },
      { where: { owner: { exists: true } }, depth: 2 },
      { data: JSON.stringify({ id: seeded.secrets[0]!.id }), depth: 2 },
    ]
  }
})

/** Writing routes that answer anybody, with nothing that is not theirs. */
const HARMLESS = /^POST \/api\/(?:\S+\/access(?:\/:id\?)?|users\/(?:forgot-password|passkey-options))$/
