import type { PagedCollection } from '@masthead/shared/paths'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { addressField, pathOf } from '@masthead/shared/paths'
import { tagOf } from '@masthead/shared/tags'
import { ValidationError } from 'payload'
import { wordsFor } from '../redirects/problems.ts'
import { redirectAt } from '../redirects/redirectAt.ts'
import { publicPath } from './publicPath.ts'

/**
 * Before a document gets a public address, records the address that readers have known so far. Refuses an address that
 * a redirect holds: the redirect and the page would hide each other.
 */
export const captureOldPath: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (!isPublic(collection, data))
    return data
  const slug = collection.slug as PagedCollection
  const path = pathOf(slug, data)
  const before = originalDoc ? await publicPath(slug, String(originalDoc.id), req) : undefined
  req.context[keyFor(slug, originalDoc?.id)] = before ?? null
  const redirect = path && path !== before ? await redirectAt(path, req) : undefined
  if (redirect && !redirect.automatic) {
    const message
      = `“${path}” is redirected ${wordsFor(redirect)}. Delete that redirect first, or choose another address.`
    throw new ValidationError({ collection: slug, errors: [{ path: addressField(slug), message }] }, req.t)
  }
  return data
}

/**
 * Redirects the old address of a published document to the new one. Removes a redirect from an address that has a page
 * again.
 */
export const redirectOldAddress: CollectionAfterChangeHook = async (
  { collection, doc, previousDoc, operation, req },
) => {
  const slug = collection.slug as CollectionSlug
  const key = keyFor(slug, operation === 'create' ? undefined : previousDoc?.id)
  const before = req.context[key] as string | null | undefined
  delete req.context[key]
  if (before === undefined)
    return doc
  const path = await publicPath(slug, String(operation === 'create' ? doc.id : previousDoc.id), req)
  if (path === undefined || path === before)
    return doc
  const taken = await redirectAt(path, req)
  if (taken)
    await req.payload.delete({ collection: 'redirects', id: taken.id, depth: 0, ...BY_ITSELF, req })
  if (before)
    await redirect(before, path, req)
  return doc
}

/** A user who may change an address may also create the redirect that follows from it. */
const BY_ITSELF = { overrideAccess: true } as const

async function redirect(from: string, to: string, req: PayloadRequest): Promise<void> {
  const data = { from, to, status: '301', automatic: true } as const
  const existing = await redirectAt(from, req)
  if (existing)
    await req.payload.update({ collection: 'redirects', id: existing.id, data, depth: 0, ...BY_ITSELF, req })
  else
    await req.payload.create({ collection: 'redirects', data, depth: 0, ...BY_ITSELF, req })
}

interface Addressed {
  slug?: string | null
  path?: string | null
  _status?: string | null
  deletedAt?: string | null
}

function isPublic({ versions }: { versions?: unknown }, doc: Addressed): boolean {
  return !doc.deletedAt && (!versions || doc._status === 'published')
}

function keyFor(collection: string, id: string | number | undefined): string {
  return `address of ${tagOf(collection, String(id ?? 'new'))}`
}
