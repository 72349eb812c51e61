import type { Payload } from 'payload'
import { MAX_CHANGE_MS } from '../changes/entries.ts'
import { env } from '../env.ts'
import { formatHead, readHead } from './head.ts'
import { sealEntries } from './sealEntries.ts'
import { trimAuditLog } from './trimAuditLog.ts'

/**
 * Seals entries for as long as the process lives, logs the head at the start and once a day, and removes old entries.
 */
export function startAuditLogMaintenance({ db, logger }: Payload): void {
  let sealedTo = new Date(0)
  const forged = new Set<string>()
  const seal = async () => {
    const moment = new Date()
    for (const id of await sealEntries(db, sealedTo)) {
      if (!forged.has(id)) {
        logger.error(
          `The audit log has an entry that no CMS wrote with this key, so it is not sealed: ${id}. See docs/security-audit.md.`,
        )
      }
      forged.add(id)
    }
    // Other processes see a change only when its transaction ends, but its entry has the time at which it was written.
    sealedTo = new Date(moment.getTime() - MAX_CHANGE_MS)
  }
  const trim = async () => {
    if (env.auditRetentionDays !== undefined)
      await trimAuditLog(db, new Date(Date.now() - env.auditRetentionDays * dayMs))
  }
  const logHead = async () => logger.info(`The head of the audit log is ${formatHead(await readHead(db))}`)
  const fail = (err: unknown) => logger.error({ err, msg: 'The upkeep of the audit log failed. The CMS tries again.' })
  const every = (intervalMs: number, work: () => Promise<void>) =>
    setInterval(() => void work().catch(fail), intervalMs).unref()

  void logHead().catch(fail)
  every(sealIntervalMs, once(seal))
  every(hourMs, once(trim))
  every(dayMs, logHead)
}

const sealIntervalMs = 1000
const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** Returns `work` with overlapping calls merged: a call during a run returns that run. */
function once(work: () => Promise<void>): () => Promise<void> {
  let working: Promise<void> | undefined
  return async () => working ??= work().finally(() => working = undefined)
}
