import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import type { Answer } from '../harness/Session.ts'
import type { Stage } from './Stage.ts'
import { contentOf } from '../harness/contentOf.ts'

/** A request that an editor may send about a document. */
export interface Operation {
  name: string
  /** What the request says in so many words: readers get the document, or no longer get it. */
  says?: 'publish' | 'unpublish'
  /** Whether it differs from another one only in what no client sends. */
  isRare?: boolean
  send: (stage: Stage, id: string) => Promise<Answer>
}

/** Requests that make a document from nothing. */
export const creations: Operation[] = combine(
  [{}, { draft: true }, { autosave: true }, { draft: true, autosave: true }],
  ({ query, status, body }) => ({
    name: `create ${describe(query, status)}`,
    isRare: isRare(query),
    says: status === 'published' ? 'publish' : undefined,
    send: ({ basics, collection, editor }) =>
      editor.send('POST', `/api/${collection}`, { query, body: { ...contentOf(collection, basics), ...body } }),
  }),
)

/** Requests that make a document from another. */
export const duplications: Operation[] = combine([{}, { draft: false }], ({ query, status, body }) => ({
  name: `duplicate ${describe(query, status)}`,
  isRare: isRare(query),
  says: status === 'published' ? 'publish' : undefined,
  send: ({ collection, editor }, id) => editor.send('POST', `/api/${collection}/${id}/duplicate`, { query, body }),
}))

/** Requests that change a document, in the form of the admin and in every other. */
export const changes: Operation[] = [
  ...combine(
    [{}, { draft: true }, { autosave: true }, { draft: true, autosave: true }],
    ({ query, status, body }) => ({
      name: `update ${describe(query, status)}`,
      isRare: isRare(query),
      says: saidBy(status, 'draft' in query),
      send: ({ collection, editor, field, trash }, id) =>
        editor.send('PATCH', `/api/${collection}/${id}`, {
          query: { ...query, trash },
          body: { ...body, [field]: changed(collection) },
        }),
    }),
  ),
  ...combine([{}, { draft: true }], ({ query, status, body }) => ({
    name: `update many ${describe(query, status)}`,
    says: saidBy(status, 'draft' in query),
    send: ({ collection, editor, field, trash }, id) =>
      editor.send('PATCH', `/api/${collection}`, {
        query: { ...query, trash, where: { id: { equals: id } } },
        body: { ...body, [field]: changed(collection) },
      }),
  })),
  ...[{}, { draft: true }].flatMap<Operation>(query => [
    {
      name: `trash ${describe(query)}`,
      says: 'unpublish',
      send: ({ collection, editor }, id) =>
        editor.send('PATCH', `/api/${collection}/${id}`, { query, body: { deletedAt: new Date().toISOString() } }),
    },
    {
      name: `trash many ${describe(query)}`,
      says: 'unpublish',
      send: ({ collection, editor }, id) =>
        editor.send('PATCH', `/api/${collection}`, {
          query: { ...query, where: { id: { equals: id } } },
          body: { deletedAt: new Date().toISOString() },
        }),
    },
  ]),
  ...combine([{}, { draft: true }], ({ query, status, body }) => ({
    name: `take out of the trash ${describe(query, status)}`,
    says: saidBy(status, 'draft' in query),
    send: ({ collection, editor }, id) =>
      editor.send('PATCH', `/api/${collection}/${id}`, {
        query: { ...query, trash: true },
        body: { ...body, deletedAt: null },
      }),
  })),
  {
    name: 'delete',
    says: 'unpublish',
    send: ({ collection, editor, trash }, id) =>
      editor.send('DELETE', `/api/${collection}/${id}`, { query: { trash } }),
  },
]

/** Requests that bring back an earlier version of a document. */
export const restorations: Operation[] = [0, -1].flatMap(place =>
  combine([{}, { draft: false }], ({ query, status, body }) => ({
    name: `restore the ${place ? 'first' : 'last'} version ${describe(query, status)}`,
    isRare: place !== 0 || isRare(query),
    says: status === 'published' ? 'publish' : undefined,
    send: async ({ collection, editor }, id) => {
      const version = (await editor.versions(collection as DraftSlug, id)).at(place)!
      return editor.send('POST', `/api/${collection}/versions/${version.id}`, { query, body })
    },
  })),
)

interface Query {
  draft?: boolean
  autosave?: boolean
}

/** No client says `draft=false`, or saves by itself what is no draft. */
function isRare({ draft, autosave }: Query): boolean {
  return draft === false || (autosave === true && !draft)
}

interface Combination {
  query: Query
  status?: 'draft' | 'published'
  body: object
}

function combine(queries: Query[], operation: (combination: Combination) => Operation): Operation[] {
  return queries.flatMap(query =>
    ([undefined, 'draft', 'published'] as const).map(status =>
      operation({ query, status, body: status ? { _status: status } : {} }),
    ),
  )
}

/** An update that says `draft=true` saves a draft, whatever is published. */
function saidBy(status: string | undefined, isDraft: boolean): Operation['says'] {
  if (status === 'published')
    return 'publish'
  return status === 'draft' && !isDraft ? 'unpublish' : undefined
}

function changed(collection: string): string {
  return collection === 'redirects' ? '/changed' : 'Changed'
}

function describe(query: object, status?: string): string {
  return JSON.stringify({ ...query, ...(status && { _status: status }) })
}
