import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CreateVersion, CreateVersionArgs, JsonObject } from 'payload'
import AsyncLock from 'async-lock'
import { sessionOf } from './sessionOf.ts'

/**
 * Returns an adapter that marks exactly one version of a document as the latest, even if several are saved at once.
 * Payload removes the mark only from versions that are older by the clock. Of two versions made within one millisecond,
 * or stored in another order than they were begun, both would keep it, and the admin would list the document twice.
 * https://github.com/payloadcms/payload/blob/v3.88.0/packages/db-mongodb/src/createVersion.ts
 */
export function enforceSingleLatestVersion(adapter: MongooseAdapter): MongooseAdapter {
  const createVersion = adapter.createVersion as CreateVersion
  const lock = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY })
  adapter.createVersion = function<T extends JsonObject>(this: MongooseAdapter, args: CreateVersionArgs<T>) {
    // One after another: two saves that set and remove marks at once could leave none.
    return lock.acquire(`${args.collectionSlug} ${args.parent}`, async () => {
      const created = await createVersion.call(this, args)
      await leaveOne(this, args)
      return created
    })
  } as CreateVersion
  return adapter
}

async function leaveOne(
  adapter: MongooseAdapter,
  { collectionSlug, parent, req }: CreateVersionArgs,
): Promise<void> {
  const model = adapter.versions[collectionSlug]!
  const session = await sessionOf(adapter, req)
  const [, ...others] = await model.find({ parent, latest: true }, '_id', { session }).sort({ updatedAt: -1, _id: -1 })
  if (others.length > 0) {
    await model.updateMany({ _id: { $in: others.map(({ _id }) => _id) } }, { $unset: { latest: 1 } }, {
      session,
      timestamps: false,
    })
  }
}
