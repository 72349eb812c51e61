import type { PayloadRequest } from 'payload'

/** The parts of a stored version that can change without its content. */
export interface VersionLabels {
  /** Whether the next autosave may change the version in place. */
  autosave?: boolean
  /** Null for a draft that was discarded. */
  _status?: null
  savedAs?: string
  versionName?: string | null
}

/** A database that changes the labels of a version in one step, so that no save at the same time is lost. */
export interface LabelsVersions {
  labelVersion: (args: LabelVersionArgs) => Promise<void>
}

export interface LabelVersionArgs {
  collection: string
  id: string
  labels: VersionLabels
  req: PayloadRequest
}

/** Changes the labels of a version, in the transaction of the request. */
export function labelVersion({ req, ...args }: LabelVersionArgs): Promise<void> {
  // Payload's type of the database does not know what our adapters add.
  return (req.payload.db as unknown as LabelsVersions).labelVersion({ req, ...args })
}
