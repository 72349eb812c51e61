import type { SanitizedConfig } from 'payload'
import type { Cms } from '../integration/harness/cms.ts'
import type { Secrets } from '../integration/leaks/seedSecrets.ts'
import type { DocumentId } from '../integration/leaks/versionsOfSecrets.ts'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cmsServer } from '../../../tools/src/build.ts'
import payloadConfig from '../../src/payload.config.ts'
import { startCms } from '../integration/harness/cms.ts'
import { askings, tellsApart } from '../integration/leaks/ask.ts'
import { eightAtOnce } from '../integration/leaks/eightAtOnce.ts'
import { fieldPaths } from '../integration/leaks/fieldPaths.ts'
import { meets } from '../integration/leaks/meets.ts'
import { NOTHING, SECRET, seedSecrets } from '../integration/leaks/seedSecrets.ts'
import { versionsOfSecrets } from '../integration/leaks/versionsOfSecrets.ts'

const config: SanitizedConfig = await payloadConfig
/** The collections that have routes. */
const collections = config.collections.filter(({ endpoints }) => endpoints)

describe('what is not public, where a request is refused before the database is asked', () => {
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

  it.each(collections)('cannot be asked for by a filter through the references of $slug', async (collection) => {
    const inside = new Set(fieldPaths(collection, config.collections, 0))
    const told: string[] = []
    await eightAtOnce(fieldPaths(collection, config.collections, 1).filter(path => !inside.has(path)), async (path) => {
      for (const notation of [path, path.replaceAll('.', '__'), `parent.${path}`]) {
        if (
          await tellsApart(word =>
            stranger().send('GET', `/api/${collection.slug}/count`, {
              query: { where: { [notation]: { like: word } } },
            }),
          )
        ) {
          told.push(notation)
        }
      }
    })
    expect(told).toEqual([])
  })

  it('cannot be asked for by a filter on what a reference holds', async () => {
    const told: object[] = []
    await eightAtOnce(REFERENCES, async ([path, field]) => {
      for (const operator of ['contains', 'equals', 'in', 'like', 'all', 'not_in', 'exists']) {
        for (
          const condition of [
            (word: string) => ({ [field]: { like: word } }),
            (word: string) => ({ and: [{ [field]: { like: word } }] }),
            (word: string) => [{ [field]: { equals: word } }],
          ]
        ) {
          if (
            await tellsApart(word =>
              stranger().send('GET', '/api/posts/count', {
                query: { where: { [path]: { [operator]: condition(word) } } },
              }),
            )
          ) {
            told.push({ path, operator, condition: condition(SECRET) })
          }
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
      ...documents.flatMap(({ collection, id }) =>
        ['', '/versions', `/versions/${versions[0]!.id}`, '/preview', '/api'].map(view =>
          `/collections/${collection}/${id}${view}`,
        ),
      ),
      ...seeded.secrets.filter(({ state }) => state === 'trashed').map(({ collection, id }) =>
        `/collections/${collection}/trash/${id}`,
      ),
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
          const args = {
            collectionSlug: collection,
            collection,
            slug: collection,
            id,
            docID: id,
            docPermissions: {},
            operation: 'update',
            renderAllFields: true,
            schemaPath: collection,
            docPreferences: {},
            data: { id },
            query: { limit: 10 },
            columns: [],
            enableRowSelections: false,
            docParams: {},
            initialData: { id },
            widgetSlug: 'collections',
            path: 'title',
            valueToSlugify: 'x',
            fields: [],
          }
          const answer = await stranger().send('POST', '/admin/login', {
            body: JSON.stringify([{ name, args }]),
            headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
          })
          expect(answer, name).not.toSatisfy(answer => meets(answer, SECRET))
        }
      }
    }
  })

  it('has no other way out of the server than the ones above', () => {
    const routes = Object.values(manifest<Record<string, string>>('../app-path-routes-manifest.json'))
    expect(routes.sort()).toEqual([
      '/',
      '/_global-error',
      '/_not-found',
      '/admin/[[...segments]]',
      '/api/[...slug]',
      '/healthz',
      '/readyz',
    ])
  })
})

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
