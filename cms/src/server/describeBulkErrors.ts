import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'

interface Done {
  collection: SanitizedCollectionConfig
  operation: string
  req: PayloadRequest
  result: unknown
}

/** Adds to each error of a bulk operation which document it is about. */
export async function describeBulkErrors({ collection, operation, req, result }: Done): Promise<never> {
  const failures = operation === 'update' || operation === 'delete' ? (result as { errors: Failure[] }).errors : []
  const titles = failures.length > 0
    ? await titlesOf(collection, failures.map(({ id }) => id), req)
    : new Map<string, string>()
  for (const failure of failures) {
    const reason = failure.isPublic ? failure.message : 'Something went wrong.'
    Object.assign(failure, { isPublic: true, message: `“${titles.get(String(failure.id)) ?? failure.id}”: ${reason}` })
  }
  // Payload's types have no name for the result in a hook that serves every operation.
  return result as never
}

interface Failure {
  id: number | string
  isPublic: boolean
  message: string
}

async function titlesOf(
  { admin, slug }: SanitizedCollectionConfig,
  ids: Failure['id'][],
  req: PayloadRequest,
): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug,
    where: { id: { in: ids } },
    draft: true,
    trash: true,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: false,
  })
  return new Map(
    docs.map(
      doc => [
        String(doc.id),
        String((doc as object as Record<string, unknown>)[admin.useAsTitle ?? 'id'] || 'Untitled'),
      ],
    ),
  )
}
