import type { Actor } from './actorOf.ts'
import type { Entry, NewEntry } from './Entry.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { digestOf, macOf } from './proofs.ts'

/** An event, and the document that it is about. */
export interface AuditEvent extends Pick<Entry, 'event'> {
  /** A collection or global. */
  about?: string
  documentId?: number | string
  title?: unknown
}

interface Summed {
  /** Equal for all events that share one entry. */
  key: string
  at: string
  count: number
}

/**
 * Returns an entry that can be verified later. Long titles are cut: some documents have a whole sentence for a title.
 */
export function newEntry(
  { event, about, documentId, title }: AuditEvent,
  { actor, userId, name, address }: Actor,
  summed?: Summed,
): NewEntry {
  const titleText = typeof title === 'string' ? title.slice(0, MAX_TITLE_LENGTH) : undefined
  const [nameSalt, titleSalt] = [newSalt(), newSalt()]
  const entry: Omit<NewEntry, 'mac'> = {
    key: randomUUID(),
    at: new Date().toISOString(),
    ...summed,
    event,
    actor,
    userId,
    name,
    address,
    nameSalt,
    nameDigest: digestOf(nameSalt, name, address),
    about: about as Entry['about'],
    documentId: documentId === undefined ? undefined : String(documentId),
    title: titleText,
    titleSalt,
    titleDigest: digestOf(titleSalt, titleText),
  }
  return { ...entry, mac: macOf(entry) }
}

const MAX_TITLE_LENGTH = 200

function newSalt(): string {
  return randomBytes(16).toString('hex')
}
