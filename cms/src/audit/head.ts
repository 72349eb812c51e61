import type { PayloadRequest } from 'payload'
import type { Database } from '../changes/entries.ts'
import type { Entry, SealedEntry } from './Entry.ts'
import { GENESIS, hashOf } from './proofs.ts'

/** The end of the chain: the number of its last entry, and that entry's hash. */
export interface Head {
  number: number
  hash: string
}

export async function readHead(database: Database, req?: Partial<PayloadRequest>): Promise<Head> {
  const { docs: [last] } = await database.find<Entry>({
    collection: 'audit-log',
    where: { number: { exists: true } },
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  return last ? headAt(last as SealedEntry) : { number: 0, hash: GENESIS }
}

/** Returns the head of a chain that ends with an entry. An anchor holds the hash of the entry that it replaces. */
export function headAt(entry: SealedEntry): Head {
  return { number: entry.number, hash: entry.event === 'anchor' ? entry.previous : hashOf(entry, entry) }
}

/** Returns a head as logs and backups show it, and as `npm run audit -- verify --head` accepts it. */
export function formatHead({ number, hash }: Head): string {
  return `${number}:${hash}`
}
