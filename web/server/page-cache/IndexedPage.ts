import type { PageRow } from './pageIndexTables'

/** A page as the index has it. */
export interface IndexedPage {
  /** A later page at the same path has a different id. */
  id: number
  path: string
  /** The ETag of its own part. */
  etag: string
  /** When it became stale, if it is; milliseconds since 1970. */
  staleSince: number | undefined
}

export function indexedPage({ id, path, etag, since }: PageRow): IndexedPage {
  return { id, path, etag, staleSince: since ?? undefined }
}
