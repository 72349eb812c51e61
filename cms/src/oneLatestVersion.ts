import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CreateVersion, CreateVersionArgs, JsonObject } from 'payload'

/**
 * Of the versions of a document one is the latest, even when several are saved at once. Payload takes the mark only from
 * those that are older by the clock: of two made in one millisecond, or stored in another order than they were begun,
 * both would keep it, and the admin would list the document twice.
 * https://github.com/payloadcms/payload/blob/v3.88.0/packages/db-mongodb/src/createVersion.ts
 */
export function oneLatestVersion(adapter: MongooseAdapter): MongooseAdapter {
  const createVersion = adapter.createVersion as CreateVersion
  adapter.createVersion = async function <T extends JsonObject>(this: MongooseAdapter, args: CreateVersionArgs<T>) {
    const created = await createVersion.call(this, args)
    const versions = this.versions[args.collectionSlug]!
    const transaction = await args.req?.transactionID
    const session = transaction === undefined ? undefined : this.sessions[transaction]
    const [, ...others] = await versions.find({ parent: args.parent, latest: true }, '_id', { session }).sort({ updatedAt: -1, _id: -1 })
    if (others.length > 0)
      await versions.updateMany({ _id: { $in: others.map(({ _id }) => _id) } }, { $unset: { latest: 1 } }, { session, timestamps: false })
    return created
  } as CreateVersion
  return adapter
}
