import type { BaseDatabaseAdapter, CreateVersionArgs, Where } from 'payload'

/** The most versions of a document that have no name and were not published. */
export const MAX_UNNAMED_VERSIONS = 100

/** Deletes the oldest versions of a document beyond the limit. Named and published ones do not count, and stay. */
export async function trimVersions(
  database: BaseDatabaseAdapter,
  { collectionSlug: collection, parent, req }: Pick<CreateVersionArgs, 'collectionSlug' | 'parent' | 'req'>,
): Promise<void> {
  const unnamed: Where[] = [
    { parent: { equals: parent } },
    { 'version._status': { not_equals: 'published' } },
    { 'version.versionName': { exists: false } },
  ]
  const { docs: [oldest] } = await database.findVersions({
    collection,
    where: { and: unnamed },
    sort: '-updatedAt',
    select: { updatedAt: true },
    limit: 1,
    page: MAX_UNNAMED_VERSIONS + 1,
    pagination: false,
    req,
  })
  if (oldest) {
    await database.deleteVersions({
      collection,
      where: { and: [...unnamed, { updatedAt: { less_than_equal: oldest.updatedAt } }] },
      req,
    })
  }
}
