import type { PageRow } from './pageIndexTables'

/** A page as the index has it. */
export interface IndexedPage {
  /** Another page at the same path has another one. */
  id: number
  path: string
  /** Of its own part. */
  etag: string
  /** When it ceased to be valid, if it has; milliseconds since 1970. */
  staleSince: number | undefined
}

export function indexedPage({ id, path, etag, since }: PageRow): IndexedPage {
  return { id, path, etag, staleSince: since ?? undefined }
}
