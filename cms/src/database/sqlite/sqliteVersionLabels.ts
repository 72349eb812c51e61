import type { UpdateVersion } from 'payload'
import type { LabelsVersions, LabelVersionArgs } from '../VersionLabels.ts'

/** Returns an adapter that changes the labels of a version. SQLite updates only the columns that it is given. */
export function sqliteVersionLabels<T extends { updateVersion: unknown }>(adapter: T): LabelsVersions & T {
  const updateVersion = adapter.updateVersion as UpdateVersion
  return Object.assign(adapter, {
    async labelVersion(this: T, { collection, id, labels: { autosave, ...version }, req }: LabelVersionArgs) {
      // Null leaves the date as it is: the order of the versions stays.
      const versionData = { ...(autosave !== undefined && { autosave }), updatedAt: null, version }
      await updateVersion.call(this as never, { collection, id, versionData, returning: false, req } as never)
    },
  })
}
