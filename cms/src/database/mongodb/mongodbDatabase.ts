import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { LISTED } from '../LISTED.ts'
import { paginateWithoutCount } from '../paginateWithoutCount.ts'
import { enforceSingleLatestVersion } from './enforceSingleLatestVersion.ts'
import { lockDocuments } from './lockDocuments.ts'
import { mongodbVersionLabels } from './mongodbVersionLabels.ts'

/** Returns the database adapter for a MongoDB server. Payload uses transactions if the server is a replica set. */
export function mongodbDatabase(url: string) {
  const adapter = mongooseAdapter({ url, ensureIndexes: true, afterOpenConnection: indexAuthors })
  return {
    ...adapter,
    init: (args: Parameters<typeof adapter.init>[0]) =>
      mongodbVersionLabels(
        paginateWithoutCount(lockDocuments(enforceSingleLatestVersion(adapter.init(args) as MongooseAdapter))),
      ),
  }
}

/**
 * Adds the index for an author's list of articles. Payload's config cannot express it, because SQLite stores authors in
 * another table.
 */
function indexAuthors({ collections }: MongooseAdapter): void {
  collections.posts!.schema.index(Object.fromEntries(['authors', ...LISTED].map(field => [field, 1])))
}
