import type { Payload } from 'payload'
import { trimAttempts } from './reserveAttempt.ts'

/** Deletes expired counts at intervals, as long as the process lives. */
export function startAttemptTrimming({ db, logger }: Payload): void {
  const trim = () =>
    trimAttempts(db).catch((err: unknown) =>
      logger.error({ err, msg: 'Ended counts of sign-in attempts could not be deleted. The CMS tries again.' }),
    )
  setInterval(() => void trim(), TRIM_INTERVAL_MS).unref()
}

const TRIM_INTERVAL_MS = 10 * 60 * 1000
