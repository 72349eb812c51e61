import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Find } from 'payload'

/**
 * Returns an adapter that skips to the requested page even without a count (`pagination=false&page=3`), as SQLite's
 * does. On MongoDB Payload skips only if it also counts all documents.
 * https://github.com/payloadcms/payload/blob/v3.88.0/packages/db-mongodb/src/find.ts
 */
export function paginateWithoutCount(adapter: MongooseAdapter): MongooseAdapter {
  const find = adapter.find as Find
  adapter.find = function (this: MongooseAdapter, args: Parameters<Find>[0]) {
    const { collection, limit = 0, page = 1, pagination } = args
    return find.call(pagination === false && page > 1 ? skipping(this, collection, (page - 1) * limit) : this, args)
  } as Find
  return adapter
}

/** Returns the same database, but with results of one collection that skip so many documents. */
function skipping(adapter: MongooseAdapter, collection: string, skip: number): MongooseAdapter {
  const model = adapter.collections[collection] as unknown as Paginating
  const paginate: Paginating['paginate'] = (query, options) =>
    model.paginate(query, { ...options, options: { ...options.options, skip } })
  const collections = { ...adapter.collections, [collection]: Object.create(model, { paginate: { value: paginate } }) }
  return Object.create(adapter, { collections: { value: collections } })
}

interface Paginating {
  paginate: (query: object, options: { options?: object }) => Promise<unknown>
}
