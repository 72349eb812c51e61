import type { BaseDatabaseAdapter, Where } from 'payload'
import type { LimitName } from './LIMITS.ts'
import { createHmac } from 'node:crypto'
import { deriveKey } from '../../server/deriveKey.ts'
import { LIMITS } from './LIMITS.ts'
import { TooManyAttempts } from './TooManyAttempts.ts'

export interface Claim {
  limit: LimitName
  /** The subject of the count: an account, a source, a device. */
  subject: string
  /** The account whose unlocking also resets this count. */
  account?: string
}

export interface Attempt {
  /** Refunds the attempt if it was not judged, or succeeded. */
  release: () => Promise<void>
}

/** Either of the two databases: they differ in what a session is. */
type Database = Omit<BaseDatabaseAdapter, 'sessions'>

/**
 * Reserves one attempt under each claim, before anything is judged. The database counts in one step, so concurrent
 * processes cannot exceed a limit. Do not call it within a transaction.
 * @throws {TooManyAttempts} if one of the limits is reached; nothing stays reserved then
 */
export async function reserveAttempt(database: Database, claims: Claim[]): Promise<Attempt> {
  const reserved: Claim[] = []
  const release = async () => {
    await Promise.all(reserved.map(claim => giveBack(database, claim)))
  }
  for (const claim of claims) {
    const endsAt = await reserve(database, claim)
    if (endsAt !== undefined) {
      await release()
      throw new TooManyAttempts(endsAt)
    }
    reserved.push(claim)
  }
  return { release }
}

/** Deletes every count of an account. */
export async function unlockAccount(database: Database, account: string): Promise<void> {
  await database.deleteMany({ collection, where: { account: { equals: hash(account) } } })
}

/** Deletes the counts that have ended. */
export async function trimAttempts(database: Database): Promise<void> {
  await database.deleteMany({ collection, where: { endsAt: { less_than: new Date().toISOString() } } })
}

interface Count {
  used: number
  endsAt: string
}

const collection = 'sign-in-attempts'

/** Reserves an attempt. Returns the end of the window if the limit is reached. A refusal only reads. */
async function reserve(database: Database, claim: Claim): Promise<Date | undefined> {
  const { max, windowMs } = LIMITS[claim.limit]
  const key = keyOf(claim)
  // A round that decides nothing means that another attempt was counted meanwhile, so one round for each attempt is
  // enough.
  for (let round = 0; round <= MAX_ROUNDS; round++) {
    const count = await find(database, key)
    const now = new Date()
    const fresh = { used: 1, endsAt: new Date(now.getTime() + windowMs).toISOString() }
    if (!count) {
      if (await create(database, { key, account: claim.account && hash(claim.account), ...fresh }))
        return
    }
    else if (new Date(count.endsAt) <= now) {
      if (await updateIf(database, { and: [{ key: { equals: key } }, { endsAt: { equals: count.endsAt } }] }, fresh))
        return
    }
    else if (count.used >= max) {
      return new Date(count.endsAt)
    }
    else if (
      await updateIf(database, {
        and: [{ key: { equals: key } }, { endsAt: { equals: count.endsAt } }, { used: { less_than: max } }],
      }, { used: { $inc: 1 } })
    ) {
      return
    }
  }
  // Refuses the attempt: it was not counted, so it must not be judged.
  return new Date(Date.now() + BUSY_MS)
}

async function giveBack(database: Database, claim: Claim): Promise<void> {
  await updateIf(database, { and: [{ key: { equals: keyOf(claim) } }, { used: { greater_than: 0 } }] }, {
    used: { $inc: -1 },
  })
}

async function find(database: Database, key: string): Promise<Count | undefined> {
  return await database.findOne<Count & { id: string }>({ collection, where: { key: { equals: key } } }) ?? undefined
}

/** Creates the count. Returns false if another request has created it meanwhile. */
async function create(
  database: Database,
  data: Count & { key: string, account: string | undefined },
): Promise<boolean> {
  try {
    await database.create({ collection, data: { ...data } })
    return true
  }
  catch (error) {
    if (await find(database, data.key))
      return false
    throw error
  }
}

async function updateIf(database: Database, where: Where, data: Record<string, unknown>): Promise<boolean> {
  return Boolean(await database.updateOne({ collection, where, data, options: { atomic: true } }))
}

function keyOf({ limit, subject }: Claim): string {
  return hash(`${limit} ${subject}`)
}

function hash(value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url')
}

const key = deriveKey('sign-in attempts')

const MAX_ROUNDS = 100
const BUSY_MS = 5000
