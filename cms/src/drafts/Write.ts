import type { Where } from 'payload'

/** The arguments of an operation that writes, as far as the rules of drafts look at them. */
export interface Write {
  data: { _status?: unknown, deletedAt?: unknown }
  draft?: boolean
  /** Undefined for an update of many. */
  id?: number | string
  /** Whether documents in the trash are meant too. */
  trash?: boolean
  where?: Where
}

/** Reads the arguments of an operation. A request without a body, or with one that is no object, writes nothing. */
export function writeOf(args: object): Write {
  const { data } = args as { data?: unknown }
  return { ...args, data: typeof data === 'object' && data !== null ? data : {} }
}

/** The documents that an update is about. */
export function targetsOf({ id, where = {} }: Write): Where {
  return id === undefined ? where : { id: { equals: id } }
}

/** Whether the request says what readers get. */
export function saysStatus({ data }: Write): boolean {
  return data._status === 'published' || data._status === 'draft'
}

/** Whether an update moves documents to the trash or out of it. The admin sends an empty `deletedAt` with other updates too. */
export function movesTrash({ data, trash }: Write): boolean {
  return Boolean(data.deletedAt) || (trash === true && 'deletedAt' in data)
}
