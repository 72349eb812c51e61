import type { FlattenedField, PayloadRequest } from 'payload'
import type { DraftSlug } from '../../src/drafts/DraftSlug.ts'
import type { Cms } from './harness/cms.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { factsOf } from '../../src/collections/defineCollection.ts'
import payloadConfig from '../../src/payload.config.ts'
import { everyKind } from '../e2e/harness/everyKind.ts'
import { everyLandingKind } from '../e2e/harness/everyLandingKind.ts'
import { startCms } from './harness/cms.ts'
import { makeBasics } from './harness/content.ts'
import { contentOf } from './harness/contentOf.ts'

const config = await payloadConfig

/** The access of somebody who is not signed in. */
const ANONYMOUS = { req: { user: null } as PayloadRequest }

const collections = await Promise.all(
  config.collections.map(async ({ slug, access, flattenedFields }) => ({
    slug,
    fields: await access.read(ANONYMOUS) === false ? [] : flattenedFields,
  })),
)
const globals = config.globals.map(({ slug, flattenedFields }) => ({ slug, fields: flattenedFields }))

/** Every field that an anonymous visitor gets, by its path; those of a section kind once. */
const fields = [
  ...new Set((await Promise.all([...collections, ...globals].map(({ slug, fields }) => pathsOf(fields, slug)))).flat()),
].sort()

let cms: Cms
beforeAll(async () => {
  cms = await startCms()
  const editor = await cms.as('editor')
  await everyKind(editor)
  await everyLandingKind(editor)
  const basics = await makeBasics(editor)
  for (
    const { slug } of config.collections.filter(collection =>
      factsOf(collection).readers && collection.versions?.drafts,
    )
  )
    await editor.create(slug as DraftSlug, { ...contentOf(slug, basics), _status: 'published' })
  await editor.create('redirects', { from: '/a', to: '/b', note: 'Ours alone.' })
})
afterAll(() => cms.stop())

it('every field that an anonymous visitor gets is on the list', async () => {
  const message
    = 'If each new field is for everybody, add it to the list with `vitest run --update`. If not, give it `access: { read: onlyStaff }`.'
  await expect(`${fields.join('\n')}\n`, message).toMatchFileSnapshot('publicFields.txt')
})

it.each([
  ...collections.map(({ slug, fields }) => ({ path: `/api/${slug}`, isPublic: fields.length > 0 })),
  ...globals.map(({ slug }) => ({ path: `/api/globals/${slug}`, isPublic: true })),
])('$path gives no other', async ({ path, isPublic }) => {
  const { body, status } = await cms.stranger.send<object>('GET', path, {
    query: { depth: 2, limit: 500, showHiddenFields: true },
  })
  if (!isPublic)
    return expect(status).toBeGreaterThanOrEqual(403)
  expect(status).toBe(200)
  const names = new Set([...fields.flatMap(path => path.split('.')), ...PAYLOADS_OWN])
  const docs = 'docs' in body ? body.docs as object[] : [body]
  expect(docs.length).toBeGreaterThan(0)
  expect([...namesIn(docs)].filter(name => !names.has(name))).toEqual([])
})

it.each(['true', 'false'])('readyForReview cannot be filtered by (%s)', async (value) => {
  expect((await cms.stranger.send('GET', `/api/posts?where[readyForReview][equals]=${value}`)).status).toBe(400)
  expect((await (await cms.as('writer')).send('GET', `/api/posts?where[readyForReview][equals]=${value}`)).status).toBe(
    200,
  )
})

/** Of documents, references to several collections, and globals. */
const PAYLOADS_OWN = ['id', 'blockType', 'blockName', 'relationTo', 'value', 'globalType']

async function pathsOf(fields: FlattenedField[], path: string): Promise<string[]> {
  const paths = await Promise.all(fields.map(async (field) => {
    const isHidden = 'hidden' in field && field.hidden === true
    const isRead = !('access' in field) || await field.access?.read?.(ANONYMOUS as never) !== false
    if (isHidden || !isRead)
      return []
    if (field.type === 'blocks') {
      return [
        `${path}.${field.name}`,
        ...(await Promise.all(
          field.blocks.map(({ slug, flattenedFields }) => pathsOf(flattenedFields, `block ${slug}`)),
        )).flat(),
      ]
    }
    return [
      `${path}.${field.name}`,
      ...'flattenedFields' in field ? await pathsOf(field.flattenedFields, `${path}.${field.name}`) : [],
    ]
  }))
  return paths.flat()
}

/** The names of all that stands in a value; what is in rich text and in cells is content. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || 'root' in value)
    return
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value))
      yield name
    if (name !== 'cells')
      yield* namesIn(inner)
  }
}
