import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Answer, Session } from './harness/Session.ts'
import type { Operation } from './publicState/operations.ts'
import type { Stage } from './publicState/Stage.ts'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { startCms } from './harness/cms.ts'
import { makeBasics, uploadPicture } from './harness/content.ts'
import { contentOf, titleOf } from './harness/contentOf.ts'
import { problems } from './harness/Session.ts'
import { changes, creations, duplications, restorations } from './publicState/operations.ts'
import { states, telling } from './publicState/states.ts'

const { collections, globals } = await config
const withDrafts = collections.filter(({ versions }) => versions?.drafts).map(({ slug }) => slug)
const withoutDrafts = collections.filter(({ versions, endpoints }) => !versions?.drafts && endpoints).map(({ slug }) =>
  slug,
)

let cms: Cms
let basics: Basics
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  for (const collection of withDrafts) {
    const { id } = await editor.create(collection as 'posts', {
      ...contentOf(collection, basics),
      _status: 'published',
    })
    await editor.saveDraft(collection as 'posts', id, { [titleOf(collection)]: 'Pending' })
  }
})
afterAll(() => cms.stop())

describe('what readers see of documents with drafts changes only if a request says so', () => {
  it.each(withDrafts)('when one of %s is created', async (collection) => {
    const stage = stageOf(collection)
    const before = await site()
    const violations = []
    for (const operation of operationsOn(collection, creations))
      violations.push(...await tryToMake(stage, operation, ''))
    await tidyUp()
    expect(violations).toEqual([])
    expect(await site()).toEqual(before)
  })

  it.each(withDrafts.flatMap(collection => statesOf(collection).map(state => ({ collection, state }))))(
    '$collection, $state',
    async ({ collection, state }) => {
      const stage = stageOf(collection, state.endsWith('in the trash'))
      const before = await site()
      const make = async () => {
        const id = await states[state]!(stage)
        made.push([collection, id])
        return id
      }
      const violations = []
      let id: string | undefined
      for (const operation of operationsOn(collection, duplications))
        violations.push(...await tryToMake(stage, operation, id ??= await make()))
      let seen = await shown(stage, id ?? '')
      for (const operation of operationsOn(collection, [...changes, ...restorations])) {
        if (!id)
          seen = await shown(stage, id = await make())
        const { status, violation, after } = await tryOn(stage, operation, id, seen)
        seen = after
        if (violation)
          violations.push(violation)
        // The next request may be tried on the same document if this one has left it in the same state.
        if (status < 400 && (operation.says || state === 'published'))
          id = undefined
      }
      await tidyUp()
      expect(violations).toEqual([])
      expect(await site()).toEqual(before)
    },
  )
})

describe('what readers see of documents without drafts', () => {
  it.each(withoutDrafts)('is not changed by operations on another one of %s', async (collection) => {
    const stage = stageOf(collection)
    if ((await stage.visitor.send('GET', `/api/${collection}`)).status !== 200)
      return
    const before = await site()
    for (const operation of [...duplications, ...changes]) {
      const { id } = collection === 'media'
        ? await uploadPicture(editor)
        : await editor.create(collection as 'categories', contentOf(collection, basics))
      made.push([collection, id])
      const { body } = await operation.send(stage, id) as Answer<{ doc?: { id: string } }>
      if (body.doc)
        made.push([collection, body.doc.id])
    }
    await tidyUp()
    expect(await site()).toEqual(before)
  }, 120_000)
})

describe('a global', () => {
  it.each(globals)(
    'such as $slug is the same for all, draft=true or not: it has no drafts',
    async ({ slug, versions }) => {
      expect(versions).toBeFalsy()
      const before = await site()
      for (const query of [{ draft: true }, { draft: true, autosave: true }]) {
        await editor.send('POST', `/api/globals/${slug}`, {
          query,
          body: { [slug === 'site' ? 'tagline' : 'heading']: 'Changed' },
        })
        const [visitors, editors] = await Promise.all([cms.stranger, editor].map(session =>
          session.send('GET', `/api/globals/${slug}`, { query: { draft: true, depth: 0 } }),
        ))
        expect(editors!.body).toEqual(visitors!.body)
        expect(editors!.text).toContain('Changed')
      }
      const after = await site()
      expect({ ...after, [slug]: undefined }).toEqual({ ...before, [slug]: undefined })
    },
  )
})

/** One rule holds for all collections: the first of them meets it in every state, by every request. */
function statesOf(collection: string): string[] {
  return collection === withDrafts[0] ? Object.keys(states) : telling
}

function operationsOn(collection: string, operations: Operation[]): Operation[] {
  return collection === withDrafts[0] ? operations : operations.filter(({ isRare }) => !isRare)
}

/** What the tests have made, by collection and id. */
const made: [collection: string, id: string][] = []

function stageOf(collection: string, trash = false): Stage {
  return {
    basics,
    collection,
    field: collection === 'media' ? 'alt' : collection === 'redirects' ? 'to' : titleOf(collection),
    editor,
    visitor: cms.stranger,
    trash,
  }
}

/** Tries an operation that makes another document, of which readers see nothing unless it says so. */
async function tryToMake(stage: Stage, operation: Operation, id: string): Promise<string[]> {
  const { status, violation, answer } = await tryOn(
    stage,
    { ...operation, says: undefined },
    id,
    await shown(stage, id),
  )
  const violations = violation ? [violation] : []
  const { doc } = answer.body as { doc?: { id: string } }
  if (doc) {
    made.push([stage.collection, doc.id])
    if (operation.says !== 'publish' && await shown(stage, doc.id))
      violations.push(`${operation.name} answered ${status}, and readers see what was made`)
  }
  return violations
}

/** `before` is what readers see of the document until then. */
async function tryOn(
  stage: Stage,
  operation: Operation,
  id: string,
  before: object | undefined,
): Promise<{ status: number, violation?: string, answer: Answer, after?: object }> {
  const answer = await operation.send(stage, id)
  const after = await shown(stage, id)
  const outcome = isDeepStrictEqual(before, after)
    ? 'the same'
    : before === undefined
      ? 'it'
      : after === undefined
        ? 'it no longer'
        : 'something else'
  const isRight = answer.status >= 400 || !operation.says
    ? outcome === 'the same'
    : operation.says === 'unpublish'
      ? after === undefined
      : after !== undefined || stage.trash
  return {
    status: answer.status,
    answer,
    after,
    violation: isRight
      ? undefined
      : `${operation.name} answered ${answer.status}, and readers see ${outcome}. ${answer.status < 400 ? '' : problems(answer)}`,
  }
}

/** What a visitor gets of a document. */
async function shown({ collection, visitor }: Stage, id: string): Promise<object | undefined> {
  if (!id)
    return undefined
  const { status, body } = await visitor.send<object>('GET', `/api/${collection}/${id}`, { query: { depth: 0 } })
  return status === 200 ? body : undefined
}

/** All that a visitor gets from the CMS. */
async function site(): Promise<Record<string, unknown>> {
  const paths = [
    ...collections.filter(({ endpoints }) => endpoints).map(({ slug }) => [slug, `/api/${slug}`] as const),
    ...globals.map(({ slug }) => [slug, `/api/globals/${slug}`] as const),
  ]
  const answers = await Promise.all(
    paths.map(async ([slug, path]) =>
      [slug, (await cms.stranger.send('GET', path, { query: { depth: 0, limit: 500, sort: 'id' } })).body] as const,
    ),
  )
  return Object.fromEntries(answers)
}

async function tidyUp(): Promise<void> {
  const admin = await cms.as('admin')
  for (const [collection, documents] of Map.groupBy(made.splice(0), ([collection]) => collection)) {
    await admin.send('DELETE', `/api/${collection}`, {
      query: { trash: true, where: { id: { in: documents.map(([, id]) => id) } } },
    })
  }
}
