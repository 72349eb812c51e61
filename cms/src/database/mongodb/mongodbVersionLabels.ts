import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { LabelsVersions, LabelVersionArgs } from '../VersionLabels.ts'
import { sessionOf } from './sessionOf.ts'

/** Returns an adapter that changes the labels of a version. Payload's own update would replace the whole version. */
export function mongodbVersionLabels(adapter: MongooseAdapter): LabelsVersions & MongooseAdapter {
  return Object.assign(adapter, {
    async labelVersion(
      this: MongooseAdapter,
      { collection, id, labels: { autosave, ...version }, req }: LabelVersionArgs,
    ) {
      const inside = Object.entries(version).map(([name, value]) => [`version.${name}`, value])
      await this.versions[collection]!.updateOne(
        { _id: id },
        { $set: { ...Object.fromEntries(inside), ...(autosave !== undefined && { autosave }) } },
        { session: await sessionOf(this, req), timestamps: false },
      )
    },
  })
}
