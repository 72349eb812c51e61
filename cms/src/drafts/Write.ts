import type { Where } from 'payload'

/** The arguments of a writing operation that the rules of drafts need. */
export interface Write {
  data: { _status?: unknown, deletedAt?: unknown }
  draft?: boolean
  /** Undefined for a bulk update. */
  id?: number | string
  /** Whether the operation includes documents in the trash. */
  trash?: boolean
  where?: Where
}

/** Returns the arguments of an operation. A request without a body, or with one that is no object, writes nothing. */
export function writeOf(args: object): Write {
  const { data } = args as { data?: unknown }
  return { ...args, data: typeof data === 'object' && data !== null ? data : {} }
}

/** Returns a filter for the documents that an update changes. */
export function targetsOf({ id, where = {} }: Write): Where {
  return id === undefined ? where : { id: { equals: id } }
}

/** Whether the request sets a status. */
export function saysStatus({ data }: Write): boolean {
  return data._status === 'published' || data._status === 'draft'
}

/**
 * Whether an update moves documents into the trash or out of it. The admin sends an empty `deletedAt` with other
 * updates too.
 */
export function movesTrash({ data, trash }: Write): boolean {
  return Boolean(data.deletedAt) || (trash === true && 'deletedAt' in data)
}
