import type { Database } from '../changes/entries.ts'
import type { Entry, SealedEntry } from './Entry.ts'
import type { Head } from './head.ts'
import { headAt } from './head.ts'
import { anchorSealOf, GENESIS, isGenuine, isSame, sealOf } from './proofs.ts'

export interface Verification {
  /** The faults that were found, a sentence each. */
  breaks: string[]
  /** How many sealed entries there are, an anchor not among them. */
  sealed: number
  /** The number up to which the CMS removed entries as too old. */
  removedTo: number
  /** How many entries wait for their seal. */
  unsealed: number
  head: Head
}

/**
 * Checks the whole log and returns which entries were altered, removed, moved or inserted.
 *
 * @param database the database of the log
 * @param known a head from a log or a backup, which the chain must contain: without it, entries removed from the end
 * are not noticed
 */
export async function verifyAuditLog(database: Database, known?: Head): Promise<Verification> {
  const result: Verification = { breaks: [], sealed: 0, removedTo: 0, unsealed: 0, head: { number: 0, hash: GENESIS } }
  const suspects: SealedEntry[] = []
  let isKnownMet = known === undefined || known.number === 0
  for await (const entry of sealedEntries(database, await lastAnchor(database))) {
    const { number } = entry
    const isAnchor = entry.event === 'anchor'
    const isFirstAnchor = isAnchor && result.sealed === 0 && result.head.number === 0
    if (!isFirstAnchor && number > result.head.number + 1)
      result.breaks.push(missing(result.head.number + 1, number - 1))
    const isIntact = isAnchor
      ? isSame(entry.seal, anchorSealOf(entry))
      : isGenuine(entry) && isSame(entry.seal, sealOf(entry, entry))
    if (!isIntact || number <= result.head.number) {
      suspects.push(entry)
    }
    else if (
      !isAnchor && number === result.head.number + 1 && suspects.at(-1)?.number !== number - 1
      && entry.previous !== result.head.hash
    ) {
      result.breaks.push(`Entry ${number} does not follow the entry before it, which was replaced.`)
    }
    if (isFirstAnchor)
      result.removedTo = number
    else
      result.sealed++
    result.head = headAt(entry)
    if (known?.number === number) {
      isKnownMet = true
      if (known.hash !== result.head.hash)
        result.breaks.push(`Entry ${number} is not the one whose hash you gave.`)
    }
  }
  result.breaks.push(...suspects.map(entry => describe(entry, suspects)))
  if (!isKnownMet && known!.number > result.head.number)
    result.breaks.push(missing(result.head.number + 1, known!.number))
  for await (const entry of unsealedEntries(database)) {
    result.unsealed++
    if (!isGenuine(entry)) {
      result.breaks.push(
        `The entry with the id ${entry.id}, of ${entry.at}, was put in, or altered before it was sealed.`,
      )
    }
  }
  return result
}

const collection = 'audit-log'

const MAX_PAGE = 1000

/** Returns the number of the last anchor; the next trim deletes the entries before it. */
async function lastAnchor(database: Database): Promise<number> {
  const { docs } = await database.find<Entry>({
    collection,
    where: { event: { equals: 'anchor' } },
    sort: '-number',
    pagination: false,
  })
  return docs.find(entry => isSame(entry.seal, anchorSealOf(entry as SealedEntry)))?.number ?? Number.MIN_SAFE_INTEGER
}

async function* sealedEntries(database: Database, from: number): AsyncGenerator<SealedEntry> {
  for (let next = { greater_than_equal: from } as object; ;) {
    const { docs } = await database.find<Entry>({
      collection,
      where: { and: [{ number: { exists: true } }, { number: next }] },
      sort: 'number',
      limit: MAX_PAGE,
      pagination: false,
    })
    yield* docs as SealedEntry[]
    if (docs.length < MAX_PAGE)
      return
    next = { greater_than: docs.at(-1)!.number }
  }
}

async function* unsealedEntries(database: Database): AsyncGenerator<Entry> {
  const { docs } = await database.find<Entry>({
    collection,
    where: { number: { exists: false } },
    sort: 'at',
    pagination: false,
    limit: 0,
  })
  yield* docs
}

function missing(from: number, to: number): string {
  return from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`
}

/**
 * Describes an entry that is out of order. To recognise one that was sealed at another place, it tries the places of
 * all suspects.
 */
function describe(entry: SealedEntry, suspects: SealedEntry[]): string {
  const origin = suspects.find(other =>
    other !== entry && [other, { number: other.number, previous: entry.previous }]
      .some(link => [other.seal, entry.seal].includes(sealOf(entry, link))),
  )
  return origin
    ? `Entry ${entry.number} has moved: it was sealed as entry ${origin.number}.`
    : `Entry ${entry.number}, of ${entry.at}, was altered or put in.`
}
