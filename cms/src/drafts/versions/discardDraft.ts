import type { Endpoint, PayloadRequest } from 'payload'
import type { DraftSlug } from '../DraftSlug.ts'
import type { VersionMarks } from './versionFields.ts'
import { APIError } from 'payload'
import { recordEvent } from '../../audit/recordEvent.ts'
import { factsOf } from '../../collections/defineCollection.ts'
import { labelVersion } from '../../database/VersionLabels.ts'
import { inTransaction } from './inTransaction.ts'
import { requireDraftableDocument } from './requireDraftableDocument.ts'

/**
 * `POST /api/{collection}/:id/discard-draft` goes back to the content that readers see, which becomes the latest
 * version. The discarded draft stays in the list of versions.
 */
export const discardDraftEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/discard-draft',
  method: 'post',
  handler: async (req) => {
    await inTransaction(req, async () => {
      const { collection, id } = await requireDraftableDocument(req, String(req.routeParams?.id))
      const published = await publishedRow(collection, id, req)
      if (!published)
        throw new APIError('It is not published, so there is nothing to go back to.', 409, null, true)
      if (await isLatestPublished(collection, id, req))
        throw new APIError('It has no changes: its latest version is the published one.', 409, null, true)
      await endDrafts(collection, published, req)
      await addVersion(collection, published, req)
    })
    return Response.json({ message: 'Changes discarded.' })
  },
}

type Row = Record<string, unknown> & { id: string }

function publishedRow(collection: DraftSlug, id: string, req: PayloadRequest): Promise<Row | null> {
  return req.payload.db.findOne<Row>({
    collection,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    req,
  })
}

async function isLatestPublished(collection: DraftSlug, parent: string, req: PayloadRequest): Promise<boolean> {
  const { docs: [latest] } = await req.payload.db.findVersions<{ _status?: string }>({
    collection,
    where: { parent: { equals: parent } },
    sort: '-updatedAt',
    select: { version: { _status: true } },
    limit: 1,
    pagination: false,
    req,
  })
  return latest?.version._status === 'published'
}

/**
 * Takes the status from the drafts since the publication: Payload uses the newest draft after it, even if a version
 * that is no draft followed. To restore such a version makes it a draft again.
 */
async function endDrafts(collection: DraftSlug, { id, updatedAt }: Row, req: PayloadRequest): Promise<void> {
  const { docs: drafts } = await req.payload.db.findVersions({
    collection,
    where: {
      and: [
        { parent: { equals: id } },
        { 'version._status': { equals: 'draft' } },
        { updatedAt: { greater_than: updatedAt } },
      ],
    },
    select: { parent: true },
    pagination: false,
    req,
  })
  for (const { id } of drafts)
    await labelVersion({ collection, id: String(id), labels: { _status: null }, req })
}

/** Adds a version only: the stored row stays as it is, so the change feed has nothing to report. */
async function addVersion(collection: DraftSlug, { id, ...content }: Row, req: PayloadRequest): Promise<void> {
  const now = new Date().toISOString()
  const marks: VersionMarks = { editedBy: req.user?.id ?? null, savedAs: 'restored', versionName: null }
  await req.payload.db.createVersion({
    collectionSlug: collection,
    parent: id,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    versionData: { ...content, ...marks },
    returning: false,
    req,
  })
  const { config } = req.payload.collections[collection]
  if (factsOf(config).audited === 'content') {
    await recordEvent(req, {
      event: 'version-restored',
      about: collection,
      documentId: id,
      title: content[config.admin.useAsTitle ?? 'id'],
    })
  }
}
