import type { CollectionSlug, Endpoint, GlobalSlug, PayloadRequest } from 'payload'
import type { Use } from './usesOf.ts'
import { tagOf } from '@masthead/shared/tags'
import { requireReadableDocument } from '../server/requireReadableDocument.ts'
import { referencesIn } from './references.ts'
import { fieldsToTell, usesOf } from './usesOf.ts'

export interface UsedIn {
  /** The first documents that the user may read. */
  docs: UsingDocument[]
  /** How many documents the user may read, up to the limit of the lookup. */
  totalDocs: number
  /** How many more documents there are, of which the user may learn only their number. */
  hiddenDocs: number
}

export interface UsingDocument {
  /** The path of its screen, below the admin's address. */
  path: string
  title: string
  kind: string
  /** Undefined for documents without drafts that are not in the trash. */
  state?: 'draft' | 'published' | 'trash'
}

/**
 * `GET /api/{collection}/:id/uses` returns the documents that use a document, as far as the user may read them.
 * `limit=0` returns all.
 */
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
 * Returns the uses in versions that the user may read: they may read an article, but not a pending change by another
 * user that adds the use.
 */
async function readable(uses: Use[], tag: string, req: PayloadRequest): Promise<UsingDocument[]> {
  const documents = new Map<string, UsingDocument>()
  for (const [collection, found] of Map.groupBy(uses, use => use.collection)) {
    const { config } = req.payload.collections[collection]
    // The published use, found second, replaces that of the draft.
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

function describe(
  doc: Found,
  collection: CollectionSlug,
  { admin, labels }: { admin: { useAsTitle?: string }, labels: { singular: unknown } },
): UsingDocument {
  const state = doc.deletedAt ? 'trash' : doc._status as 'draft' | 'published' | undefined
  return {
    path: `/collections/${collection}/${state === 'trash' ? 'trash/' : ''}${doc.id}`,
    title: String(doc[admin.useAsTitle ?? 'id'] || 'Untitled'),
    kind: String(labels.singular),
    state,
  }
}

/** Returns the globals that use a document. Every user may read globals. */
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
