import type { Endpoint, PayloadRequest } from 'payload'
import type { DraftSlug } from '../DraftSlug.ts'
import type { VersionMarks } from './versionFields.ts'
import { APIError, NotFound } from 'payload'
import { labelVersion } from '../../database/VersionLabels.ts'
import { inTransaction } from './inTransaction.ts'
import { MAX_NAME_LENGTH } from './MAX_NAME_LENGTH.ts'
import { requireDraftableDocument } from './requireDraftableDocument.ts'

/**
 * `POST /api/{collection}/:id/keep-version` keeps the latest version as it is: the next save begins another one. With
 * `{ "name": "Before the review" }` in its body the version gets that name.
 */
export const keepVersionEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/keep-version',
  method: 'post',
  handler: async (req) => {
    const name = nameIn(await bodyOf(req))
    const kept = await inTransaction(req, async () => {
      const { collection, id } = await requireDraftableDocument(req, String(req.routeParams?.id))
      const { id: version, version: { savedAs, versionName } } = await latestVersion(collection, id, req)
      const labels = {
        autosave: false,
        // A publication stays one.
        savedAs: savedAs && !TAKES_IN_EDITS.has(savedAs) ? savedAs : 'kept' as const,
        versionName: name ?? versionName ?? null,
      }
      await labelVersion({ collection, id: version, labels, req })
      return { id: version, name: labels.versionName }
    })
    return Response.json({ message: 'Version kept.', version: kept })
  },
}

/**
 * `PATCH /api/{collection}/versions/:id` changes the name of a version, `{ "name": "Before the review" }`, or removes
 * it, `{ "name": null }`. A version with a name is kept.
 */
export const nameVersionEndpoint: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'patch',
  handler: async (req) => {
    const name = nameIn(await bodyOf(req))
    if (name === undefined)
      throw new APIError('Say the name: { "name": "Before the review" }. Null removes it.', 400, null, true)
    const id = String(req.routeParams?.id)
    await inTransaction(req, async () => {
      const { collection } = await requireDraftableDocument(req, await parentOf(id, req))
      const labels = { versionName: name, ...(name !== null && { autosave: false }) }
      await labelVersion({ collection, id, labels, req })
    })
    return Response.json({ message: name === null ? 'Name removed.' : 'Version named.', version: { id, name } })
  },
}

/** The reasons of a version that autosaves change in place, until it is kept. */
const TAKES_IN_EDITS = new Set(['created', 'edited'])

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  return req.json?.().catch(() => undefined)
}

/** Returns the name that a request gives, null if it removes the name, and undefined if it says nothing. */
function nameIn(body: unknown): string | null | undefined {
  if (typeof body !== 'object' || body === null || !('name' in body) || body.name === undefined)
    return undefined
  if (body.name === null)
    return null
  const name = typeof body.name === 'string' ? body.name.trim() : undefined
  if (name === undefined || name.length > MAX_NAME_LENGTH)
    throw new APIError(`A name has at most ${MAX_NAME_LENGTH} characters.`, 400, null, true)
  return name || null
}

async function latestVersion(
  collection: DraftSlug,
  parent: string,
  req: PayloadRequest,
): Promise<{ id: string, version: VersionMarks }> {
  const { docs: [latest] } = await req.payload.db.findVersions<VersionMarks & Record<string, unknown>>({
    collection,
    where: { parent: { equals: parent } },
    sort: '-updatedAt',
    select: { version: { savedAs: true, versionName: true } },
    limit: 1,
    pagination: false,
    req,
  })
  if (!latest)
    throw new NotFound(req.t)
  return { id: String(latest.id), version: latest.version }
}

/** Returns the document of a version that the user may read. */
async function parentOf(id: string, req: PayloadRequest): Promise<string> {
  const { parent } = await req.payload.findVersionByID({
    collection: req.routeParams?.collection as DraftSlug,
    id,
    select: { parent: true },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return String(parent)
}
