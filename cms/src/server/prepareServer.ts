import process from 'node:process'
import { endWhenHung } from '@masthead/shared/endWhenHung'
import { getPayload } from 'payload'
import { startAuditLogMaintenance } from '../audit/startAuditLogMaintenance.ts'
import { startFeedMaintenance } from '../changes/startFeedMaintenance.ts'
import { declineDemo } from '../demo/declineDemo.ts'
import { startEnquiryRetention } from '../enquiries/startEnquiryRetention.ts'
import { env } from '../env.ts'
import config from '../payload.config.ts'
import { startPresence } from '../presence/startPresence.ts'
import { startAttemptTrimming } from '../users/attempts/startAttemptTrimming.ts'
import { ensureFirstAdmin } from '../users/firstAdmin.ts'
import { resealSecrets } from '../users/secondFactor/resealSecrets.ts'

/**
 * Prepares the CMS before it answers any request: applies missing migrations, creates the first administrator, and
 * records if the demo content is declined. Then starts presence, the upkeep of the change feed and the audit log, and
 * the watch that ends a hung process.
 */
export async function prepareServer(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  if (env.payloadSecretPrevious !== undefined)
    await resealSecrets(payload)
  if (!env.demo)
    await declineDemo(payload)
  startPresence(payload)
  startFeedMaintenance(payload)
  startAttemptTrimming(payload)
  startAuditLogMaintenance(payload)
  if (env.enquiryRetentionDays !== undefined)
    startEnquiryRetention(payload, env.enquiryRetentionDays)
  // Only after the migrations, because one may block the event loop for long. In development, a debugger may block it
  // too.
  if (process.env.NODE_ENV === 'production')
    endWhenHung()
}
