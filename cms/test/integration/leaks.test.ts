import type { SanitizedConfig } from 'payload'
import type { Cms } from './harness/cms.ts'
import type { Secrets, State } from './leaks/seedSecrets.ts'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cmsServer } from '../../../tools/src/build.ts'
import { factsOf } from '../../src/collections/defineCollection.ts'
import payloadConfig from '../../src/payload.config.ts'
import { startCms } from './harness/cms.ts'
import { askings, CONDITIONS, tellsApart } from './leaks/ask.ts'
import { eightAtOnce } from './leaks/eightAtOnce.ts'
import { fieldPaths } from './leaks/fieldPaths.ts'
import { meets } from './leaks/meets.ts'
import { pathsOf, restRoutes } from './leaks/routes.ts'
import { NOTHING, SECRET, seedSecrets } from './leaks/seedSecrets.ts'

const config: SanitizedConfig = await payloadConfig
const routes = await restRoutes()
const reads = routes.filter(route => route.method === 'GET')
const writes = routes.filter(route => route.method !== 'GET')
/** The collections that have routes. */
const collections = config.collections.filter(({ endpoints }) => endpoints)

describe('what is not public', () => {
  let cms: Cms
  let seeded: Secrets
  let versions: { collection: string, id: string }[]
  const stranger = () => cms.stranger

  beforeAll(async () => {
    cms = await startCms()
    seeded = await seedSecrets(cms)
    versions = await versionsOfSecrets()
  })
  afterAll(() => cms.stop())

  it.each(collections)('has a document in each state of $slug, for the tests below to look for', ({ slug, trash, versions }) => {
    const states: State[] = slug.startsWith('payload-') || ['users', 'redirects', 'enquiries', 'audit-log'].includes(slug)
      ? ['not public']
      : [
          ...(versions ? ['draft', 'unpublished', 'older version', 'pending draft', 'trashed draft'] as const : []),
          ...(trash ? ['trashed'] as const : []),
        ]
    const found = seeded.secrets.filter(({ collection }) => collection === slug).map(({ state }) => state)
    expect(found.sort(), `Seed secrets of ${slug} in seedSecrets.ts.`).toEqual(states.sort())
  })

  it('can be found by those who may see it', async () => {
    const editor = await cms.as('editor')
    for (const slug of ['enquiries', ...collections.filter(collection => factsOf(collection).readers).map(({ slug }) => slug)]) {
      const answer = await editor.send('GET', `/api/${slug}`, { query: { draft: true, trash: true, depth: 1, limit: 0 } })
      expect(meets(answer, SECRET)).toBe(true)
    }
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
        const answer = await stranger().send(route.method, path, { query, body: { title: 'Taken over', email: `${SECRET}@example.com`, password: 'a guess of mine' } })
        const text = answer.text.replaceAll(`${SECRET}@example.com`, '')
        expect({ ...answer, text }, path).not.toSatisfy(answer => meets(answer, SECRET))
        expect(answer.status, `${path}: ${answer.text}`).toSatisfy((status: number) => status >= 400 || HARMLESS.test(`${route.method} ${route.path}`))
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

  it.each(collections.map(collection => collection.slug))('does not change how many or which documents of %s are listed', async (slug) => {
    const { body: plain, status } = await stranger().send<{ totalDocs: number, docs: unknown[] }>('GET', `/api/${slug}`, { query: { depth: 0, limit: 500, sort: 'id' } })
    if (status === 403)
      return
    for (const query of [{ draft: true }, { trash: true }, { draft: true, trash: true }, { pagination: false }, { where: { deletedAt: { exists: true } } }, { where: { _status: { not_equals: 'published' } } }]) {
      const { body } = await stranger().send<typeof plain>('GET', `/api/${slug}`, { query: { depth: 0, limit: 500, sort: 'id', ...query } })
      const { body: counted } = await stranger().send<{ totalDocs: number }>('GET', `/api/${slug}/count`, { query })
      if ('where' in query)
        expect([body.docs ?? [], counted.totalDocs ?? 0], JSON.stringify(query)).toEqual([[], 0])
      else
        expect([body.docs, counted.totalDocs], JSON.stringify(query)).toEqual([plain.docs, plain.totalDocs])
    }
  })

  it.each(collections)('cannot be asked for by a filter on a field of $slug', async (collection) => {
    const told: object[] = []
    await eightAtOnce(fieldPaths(collection, config.collections, 0), async (path) => {
      const ask = (condition: unknown, query: object) => stranger().send('GET', `/api/${collection.slug}`, { query: { ...query, depth: 0, where: { [path]: condition } } })
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

  it.each(collections)('cannot be asked for by a filter through the references of $slug', async (collection) => {
    const inside = new Set(fieldPaths(collection, config.collections, 0))
    const told: string[] = []
    await eightAtOnce(fieldPaths(collection, config.collections, 1).filter(path => !inside.has(path)), async (path) => {
      for (const notation of [path, path.replaceAll('.', '__'), `parent.${path}`]) {
        if (await tellsApart(word => stranger().send('GET', `/api/${collection.slug}/count`, { query: { where: { [notation]: { like: word } } } })))
          told.push(notation)
      }
    })
    expect(told).toEqual([])
  })

  it('cannot be asked for by a filter on what a reference holds', async () => {
    const told: object[] = []
    await eightAtOnce(REFERENCES, async ([path, field]) => {
      for (const operator of ['contains', 'equals', 'in', 'like', 'all', 'not_in', 'exists']) {
        for (const condition of [(word: string) => ({ [field]: { like: word } }), (word: string) => ({ and: [{ [field]: { like: word } }] }), (word: string) => [{ [field]: { equals: word } }]]) {
          if (await tellsApart(word => stranger().send('GET', '/api/posts/count', { query: { where: { [path]: { [operator]: condition(word) } } } })))
            told.push({ path, operator, condition: condition(SECRET) })
        }
      }
    })
    expect(told).toEqual([])
  })

  it('cannot be asked for by a filter inside others, in whatever letter case', async () => {
    const told: object[] = []
    await eightAtOnce(REFERENCES, async ([path, field]) => {
      for (const wrap of WRAPPINGS) {
        for (const [name, ask] of Object.entries(askings)) {
          const query = (word: string) => ({ where: wrap({ [`${path}.${field}`]: { like: word } }), depth: 0 })
          if (await tellsApart(word => ask(stranger(), '/api/posts', query(word))))
            told.push({ name, query: query(SECRET) })
        }
      }
    })
    expect(told).toEqual([])
  })

  it('does not show in how documents are sorted', async () => {
    for (const collection of collections) {
      const paths = fieldPaths(collection, config.collections, 1)
      const inside = new Set(fieldPaths(collection, config.collections, 0))
      await eightAtOnce(paths.filter(path => !inside.has(path) && !path.endsWith('.id')), async (path) => {
        for (const sort of [path, `id,-${path.replaceAll('.', '__')}`]) {
          const { status } = await stranger().send('GET', `/api/${collection.slug}`, { query: { sort, depth: 0 } })
          expect(status, `${collection.slug} by ${sort}`).toBeGreaterThanOrEqual(400)
        }
      })
    }
  })

  it('is not met on the pages of the admin', async () => {
    const documents = seeded.secrets.filter(({ state }) => ['draft', 'pending draft', 'not public'].includes(state))
    const pages = [
      ...ADMIN_PAGES,
      ...config.collections.flatMap(({ slug }) => [`/collections/${slug}`, `/collections/${slug}/trash`]),
      ...documents.flatMap(({ collection, id }) => ['', '/versions', `/versions/${versions[0]!.id}`, '/preview', '/api'].map(view => `/collections/${collection}/${id}${view}`)),
      ...seeded.secrets.filter(({ state }) => state === 'trashed').map(({ collection, id }) => `/collections/${collection}/trash/${id}`),
      ...config.globals.map(({ slug }) => `/globals/${slug}`),
    ]
    await eightAtOnce(pages, async (page) => {
      for (const headers of [undefined, { RSC: '1' }]) {
        const answer = await stranger().send('GET', `/admin${page}`, { headers })
        expect(answer, page).not.toSatisfy(answer => meets(answer, SECRET))
        expect(answer.status, page).toBeLessThan(500)
      }
    })
  })

  it('is not met in what the functions of the admin answer', async () => {
    const ids = Object.keys(manifest<{ node: object }>('server-reference-manifest.json').node)
    expect(ids.length).toBeGreaterThan(0)
    const id = seeded.secrets[0]!.id
    for (const action of ids) {
      for (const name of SERVER_FUNCTIONS) {
        for (const collection of ['posts', 'takeaway-cards', 'users']) {
          const args = { collectionSlug: collection, collection, slug: collection, id, docID: id, docPermissions: {}, operation: 'update', renderAllFields: true, schemaPath: collection, docPreferences: {}, data: { id }, query: { limit: 10 }, columns: [], enableRowSelections: false, docParams: {}, initialData: { id }, widgetSlug: 'collections', path: 'title', valueToSlugify: 'x', fields: [] }
          const answer = await stranger().send('POST', '/admin/login', { body: JSON.stringify([{ name, args }]), headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' } })
          expect(answer, name).not.toSatisfy(answer => meets(answer, SECRET))
        }
      }
    }
  })

  it('has no other way out of the server than the ones above', () => {
    const routes = Object.values(manifest<Record<string, string>>('../app-path-routes-manifest.json'))
    expect(routes.sort()).toEqual(['/', '/_global-error', '/_not-found', '/admin/[[...segments]]', '/api/[...slug]', '/healthz', '/readyz'])
  })

  it('is still there when strangers have tried everything', async () => {
    const admin = await cms.as('admin')
    const editor = await cms.as('editor')
    for (const { collection, id, state } of seeded.secrets) {
      // Payload's own collections have no route to a document by its id.
      const { status, text } = collection === 'payload-preferences'
        ? await editor.send('GET', '/api/payload-preferences/list')
        : collection === 'payload-locked-documents'
          ? await admin.send('GET', '/api/payload-locked-documents', { query: { where: { id: { equals: id } } } })
          : await admin.send('GET', `/api/${collection}/${id}`, { query: { trash: true, draft: true } })
      expect([status, text], `${collection} ${state}`).toEqual([200, expect.stringContaining(id)])
    }
  })

  /** What a stranger who knows everything but the secret may put for the parameters of a route. */
  function known(collection: string | undefined): Record<string, string[]> {
    const inside = (documents: { collection: string, id: string }[]) => documents.filter(document => document.collection === collection).map(({ id }) => id)
    const ids = inside(seeded.secrets)
    return {
      // And one of elsewhere.
      id: [...ids, ...inside(versions), versions.find(version => version.collection !== collection)!.id, ...inside(seeded.published)],
      filename: [`${SECRET}.png`, `${SECRET}-480x320.webp`, `..%2Fmedia%2F${SECRET}.png`, 'masthead.db', '..%2Fmasthead.db'],
      key: ['list', ...ids],
      session: ['0'.repeat(24), ...ids],
      passkey: ['0'.repeat(24), ...ids],
    }
  }

  async function versionsOfSecrets(): Promise<typeof versions> {
    const admin = await cms.as('admin')
    const found = await Promise.all((['posts', 'comparison-tables', 'takeaway-cards', 'services', 'pages'] as const).map(async (collection) => {
      const { body } = await admin.send<{ docs: { id: string }[] }>('GET', `/api/${collection}/versions`, { query: { limit: 4, depth: 0, where: { 'version.title': { equals: SECRET } } } })
      return body.docs.map(({ id }) => ({ collection, id }))
    }))
    return found.flat()
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
      { select: { title: true, owner: true, references: true, sections: true, version: true, password: true, hash: true, salt: true }, depth: 2 },
      { select: { id: false }, depth: 2 },
      { depth: 2, draft: true, populate: Object.fromEntries(config.collections.map(({ slug, flattenedFields }) => [slug, Object.fromEntries(flattenedFields.map(({ name }) => [name, true]))])) },
      { depth: 2, populate: { users: { name: true, email: true, sessions: true, resetPasswordToken: true }, posts: {} } },
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

/** Fields of articles that name other documents, and a text of those. */
const REFERENCES = [
  ['related', 'title'],
  ['sections.cards', 'title'],
  ['sections.table', 'title'],
  ['sections.spotlight.cards', 'body'],
  ['sections.comparison.table', 'description'],
  ['authors', 'name'],
  ['authors', 'photo.alt'],
  ['category', 'title'],
  ['hero', 'alt'],
  ['seo.image', 'alt'],
  ['owner', 'email'],
  ['owner', 'name'],
] as const

const WRAPPINGS: ((where: object) => object)[] = [
  where => ({ or: [where] }),
  where => ({ AND: [where] }),
  where => ({ Or: [{ aNd: [where] }] }),
  where => ({ or: { 0: where } }),
  where => ({ and: [{ or: [{ title: { exists: true } }] }, { OR: [{ and: [where] }] }] }),
  where => ({ or: [where, { id: { equals: NOTHING } }] }),
]

const ADMIN_PAGES = [
  '',
  '/login',
  '/logout',
  '/account',
  '/forgot',
  '/reset/token',
  '/create-first-user',
  '/unauthorized',
  '/browse-by-folder',
  '/collections',
  '/verify/token',
]

const SERVER_FUNCTIONS = [
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'schedule-publish',
  'slugify',
  'table-state',
]

function manifest<T>(name: string): T {
  return JSON.parse(readFileSync(join(dirname(cmsServer), '.next/server', name), 'utf8')) as T
}
