import type { Payload } from 'payload'
import type { Database } from './entries.ts'
import process from 'node:process'
import { findUnnumbered, MAX_CHANGE_MS, trimEntries } from './entries.ts'
import { trimSiteInstances } from './knownSiteInstances.ts'
import { subscribersOf } from './subscribersOf.ts'
import { sequenceAssignerOf } from './withSequenceAssigner.ts'

/**
 * Starts the upkeep of the change feed: numbers entries that another process, or an earlier one, left without a number;
 * deletes old entries; and wakes waiting requests on SIGTERM and SIGINT.
 */
export function startFeedMaintenance(payload: Payload): void {
  let recoveredTo = new Date(0)
  const recover = async () => {
    const moment = new Date(Date.now() - ORPHAN_AGE_MS)
    await numberLeftBehind(payload.db, { after: recoveredTo, before: moment })
    recoveredTo = new Date(moment.getTime() - MAX_CHANGE_MS)
  }
  const fail = (err: unknown) =>
    payload.logger.error({ err, msg: 'The upkeep of the change feed failed. The CMS tries again.' })
  const every = (interval: number, work: () => Promise<void>) =>
    setInterval(() => void work().catch(fail), interval).unref()

  every(SECOND_MS, once(recover))
  every(
    HOUR_MS,
    once(async () => {
      const before = new Date(Date.now() - MONTH)
      await trimEntries(payload.db, before)
      await trimSiteInstances(payload.db, before)
    }),
  )
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => subscribersOf(payload.db).close())
}

const SECOND_MS = 1000
const HOUR_MS = 60 * 60 * SECOND_MS
const MONTH = 30 * 24 * HOUR_MS

/** Milliseconds after which no other process will number an entry. */
const ORPHAN_AGE_MS = 5 * SECOND_MS

async function numberLeftBehind(db: Database, between: Parameters<typeof findUnnumbered>[1]): Promise<void> {
  sequenceAssignerOf(db).number(await findUnnumbered(db, between))
  await sequenceAssignerOf(db).settled()
}

/** Returns `work` with overlapping calls merged: a call during a run returns that run. */
function once(work: () => Promise<void>): () => Promise<void> {
  let working: Promise<void> | undefined
  return async () => working ??= work().finally(() => working = undefined)
}
