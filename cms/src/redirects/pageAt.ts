import type { PayloadRequest, Where } from 'payload'
import { documentForPath } from '@masthead/shared/paths'

/** Returns the document whose page readers find at an address, in plain words. */
export async function pageAt(path: string, req: PayloadRequest): Promise<string | undefined> {
  const { collection, field, value } = documentForPath(path)
  const { config } = req.payload.collections[collection]
  const published: Where = config.versions ? { _status: { equals: 'published' } } : {}
  const { docs: [doc] } = await req.payload.find({
    collection,
    where: { and: [{ [field]: { equals: value } }, published] },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    // Public pages are known to every user who may redirect their addresses.
    overrideAccess: true,
  })
  if (!doc)
    return undefined
  const title = (doc as unknown as Record<string, unknown>)[config.admin.useAsTitle ?? 'id']
  return `the ${String(config.labels.singular).toLowerCase()} “${String(title)}”`
}
