import type { CollectionSlug, Endpoint, GlobalSlug, PayloadRequest } from 'payload'
import type { Use } from './usesOf.ts'
import { tagOf } from '@masthead/shared/tags'
import { requireReadableDocument } from '../server/requireReadableDocument.ts'
import { referencesIn } from './references.ts'
import { fieldsToTell, usesOf } from './usesOf.ts'

export interface UsedIn {
  /** The first of the documents that the person may read. */
  docs: UsingDocument[]
  /** How many of those there are; of very many, no more than are looked up. */
  totalDocs: number
  /** How many more there are, of which the person may know no more than that. */
  hiddenDocs: number
}

export interface UsingDocument {
  /** Its screen, after the address of the admin. */
  path: string
  title: string
  kind: string
  /** Undefined for what has no drafts and is not in the trash. */
  state?: 'draft' | 'published' | 'trash'
}

/** `GET /api/{collection}/:id/uses`: what uses a document, as far as whoever asks may read it. `limit=0` lists all. */
export const usedInEndpoint: Endpoint = {
  path: '/:id/uses',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = await requireReadableDocument(req)
    const uses = await usesOf(collection, id, { req, trash: true })
    const documents = await readable(uses, tagOf(collection, id), req)
    const docs = [...await globalsThatUse(tagOf(collection, id), req), ...documents.sort(inOrder)]
    const limit = Number(req.query.limit ?? 8)
    const answer: UsedIn = {
      docs: limit > 0 ? docs.slice(0, limit) : docs,
      totalDocs: docs.length,
      hiddenDocs: uses.length - documents.length,
    }
    return Response.json(answer)
  },
}

interface Found {
  id: string
  references?: string[] | null
  _status?: string
  deletedAt?: string | null
  [field: string]: unknown
}

/**
 * Of the uses, those that are in what a person may read: they may see an article, but not the change that somebody
 * else is drafting, which uses the document first.
 */
async function readable(uses: Use[], tag: string, req: PayloadRequest): Promise<UsingDocument[]> {
  const documents = new Map<string, UsingDocument>()
  for (const [collection, found] of Map.groupBy(uses, use => use.collection)) {
    const { config } = req.payload.collections[collection]
    // What readers see takes the place of a draft over it.
    for (const draft of config.versions ? [true, false] : [false]) {
      const { docs } = await req.payload.find({
        collection,
        where: { id: { in: found.map(({ id }) => id) } },
        select: { ...fieldsToTell(config), references: true },
        draft,
        trash: true,
        depth: 0,
        pagination: false,
        showHiddenFields: true,
        overrideAccess: false,
        req,
      })
      for (const doc of docs as unknown as Found[]) {
        if (doc.references?.includes(tag) && (draft || !config.versions || doc._status === 'published'))
          documents.set(tagOf(collection, doc.id), describe(doc, collection, config))
      }
    }
  }
  return [...documents.values()]
}

function describe(doc: Found, collection: CollectionSlug, { admin, labels }: { admin: { useAsTitle?: string }, labels: { singular: unknown } }): UsingDocument {
  const state = doc.deletedAt ? 'trash' : doc._status as 'draft' | 'published' | undefined
  return {
    path: `/collections/${collection}/${state === 'trash' ? 'trash/' : ''}${doc.id}`,
    title: String(doc[admin.useAsTitle ?? 'id'] || 'Untitled'),
    kind: String(labels.singular),
    state,
  }
}

/** What stands on every page is everybody's to read. */
async function globalsThatUse(tag: string, req: PayloadRequest): Promise<UsingDocument[]> {
  const documents: UsingDocument[] = []
  for (const { slug, label, flattenedFields } of req.payload.globals.config) {
    const data = await req.payload.findGlobal({ slug: slug as GlobalSlug, depth: 0, overrideAccess: false, req })
    if ([...referencesIn(data, flattenedFields)].includes(tag))
      documents.push({ path: `/globals/${slug}`, title: String(label), kind: 'On every page' })
  }
  return documents
}

function inOrder(one: UsingDocument, other: UsingDocument): number {
  return rank(one) - rank(other) || one.title.localeCompare(other.title, 'en', { numeric: true })
}

function rank({ state }: UsingDocument): number {
  return state === 'trash' ? 2 : state === 'draft' ? 1 : 0
}
