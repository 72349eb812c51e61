import type { Entry, NewEntry } from './Entry.ts'
import { Buffer } from 'node:buffer'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { auditKey } from './auditKey.ts'

/**
 * The proofs that entries are unaltered and in order. There are three, each over the one before: digests of the
 * personal parts, which stay when those are erased; a MAC, which shows that a CMS wrote the entry; a seal, which fixes
 * its place in the chain.
 */

/** The place of an entry in the chain: its number, and the hash of the entry before it. */
export interface Link {
  number: number
  previous: string
}

/** The previous hash of the first entry. */
export const GENESIS = 'A'.repeat(43)

/** Returns the digest of a personal part. Once its salt is erased, guessing cannot recover the text. */
export function digestOf(salt: string, ...texts: (string | null | undefined)[]): string {
  return sha256(JSON.stringify([salt, ...texts.map(text => text ?? null)]))
}

/**
 * Returns the MAC of an entry as written. The count is not part of it, because it may grow until the entry is sealed.
 */
export function macOf(entry: Omit<NewEntry, 'mac'>): string {
  return hmac('entry', contentOf(entry))
}

/** Returns the hash of a sealed entry, which the next one holds. */
export function hashOf(entry: Entry, link: Link): string {
  return sha256(sealedContent(entry, link))
}

export function sealOf(entry: Entry, link: Link): string {
  return hmac('seal', sealedContent(entry, link))
}

/**
 * Returns the seal of an anchor: the statement that the entries up to a number, whose hash is given, were removed as
 * too old.
 */
export function anchorSealOf({ number, previous }: Link): string {
  return hmac('anchor', JSON.stringify([number, previous]))
}

/** Returns a key that is equal for equal parts on this installation, and reveals nothing elsewhere. */
export function opaqueKey(...parts: string[]): string {
  return hmac('key', JSON.stringify(parts))
}

export function isSame(one: string | null | undefined, other: string): boolean {
  const [shown, expected] = [Buffer.from(one ?? ''), Buffer.from(other)]
  return shown.length === expected.length && timingSafeEqual(shown, expected)
}

/** Whether a CMS wrote the entry as it is now, apart from its place and count. */
export function isGenuine(entry: Entry): boolean {
  return isSame(entry.mac, macOf(entry))
    && matchesOrErased(entry.nameSalt, entry.nameDigest, entry.name, entry.address)
    && matchesOrErased(entry.titleSalt, entry.titleDigest, entry.title)
}

function matchesOrErased(
  salt: string | null | undefined,
  digest: string,
  ...texts: (string | null | undefined)[]
): boolean {
  return salt ? digestOf(salt, ...texts) === digest : texts.every(text => text == null)
}

function sealedContent(entry: Entry, { number, previous }: Link): string {
  return JSON.stringify([number, previous, contentOf(entry), entry.count ?? null])
}

function contentOf(
  { key, at, event, actor, userId, nameDigest, about, documentId, titleDigest }: Omit<NewEntry, 'mac'>,
): string {
  return JSON.stringify([
    key,
    new Date(at).toISOString(),
    event,
    actor,
    userId ?? null,
    nameDigest,
    about ?? null,
    documentId ?? null,
    titleDigest,
  ])
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function hmac(purpose: string, text: string): string {
  return createHmac('sha256', auditKey).update(`${purpose} ${text}`).digest('base64url')
}
