import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { LISTED } from '../LISTED.ts'
import { paginateWithoutCount } from '../paginateWithoutCount.ts'
import { enforceSingleLatestVersion } from './enforceSingleLatestVersion.ts'

/**
 * The database adapter for a MongoDB server. Payload uses transactions where it is a replica set, and does without where
 * it is not.
 */
export function mongodbDatabase(url: string) {
  const adapter = mongooseAdapter({ url, ensureIndexes: true, afterOpenConnection: indexAuthors })
  return { ...adapter, init: (args: Parameters<typeof adapter.init>[0]) => paginateWithoutCount(enforceSingleLatestVersion(adapter.init(args) as MongooseAdapter)) }
}

/** The list of an author's articles. Payload's config cannot say it, for SQLite keeps authors in another table. */
function indexAuthors({ collections }: MongooseAdapter): void {
  collections.posts!.schema.index(Object.fromEntries(['authors', ...LISTED].map(field => [field, 1])))
}
