import process from 'node:process'
import { endWhenHung } from '@masthead/shared/endWhenHung'
import { getPayload } from 'payload'
import { startAuditLogMaintenance } from '../audit/startAuditLogMaintenance.ts'
import { startFeedMaintenance } from '../changes/startFeedMaintenance.ts'
import { declineDemo } from '../demo/declineDemo.ts'
import { startEnquiryRetention } from '../enquiries/startEnquiryRetention.ts'
import { env } from '../env.ts'
import config from '../payload.config.ts'
import { startAttemptTrimming } from '../people/attempts/startAttemptTrimming.ts'
import { ensureFirstAdmin } from '../people/firstAdmin.ts'
import { resealSecrets } from '../people/secondFactor/resealSecrets.ts'

/**
 * Applies what migrations are missing, makes the first administrator, and notes if the demo content is declined, before
 * anybody is answered; from then on keeps the change feed and the audit log, and ends the process if it hangs.
 */
export async function prepareServer(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  if (env.payloadSecretPrevious !== undefined)
    await resealSecrets(payload)
  if (!env.demo)
    await declineDemo(payload)
  startFeedMaintenance(payload)
  startAttemptTrimming(payload)
  startAuditLogMaintenance(payload)
  if (env.enquiryRetentionDays !== undefined)
    startEnquiryRetention(payload, env.enquiryRetentionDays)
  // Not before: a migration of much data may take its time in one step. In development, a debugger does.
  if (process.env.NODE_ENV === 'production')
    endWhenHung()
}
