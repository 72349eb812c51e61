import type { Payload } from 'payload'

/** Deletes enquiries that are older than so many days: now, and once an hour as long as the process lives. */
export function startEnquiryRetention(payload: Payload, retentionDays: number): void {
  const run = () =>
    deleteOldEnquiries(payload, retentionDays).catch((err: unknown) =>
      payload.logger.error({
        err,
        msg: 'Enquiries past their retention could not be deleted. The CMS tries again within an hour.',
      }),
    )
  void run()
  setInterval(() => void run(), INTERVAL_MS).unref()
}

/** Deletes older enquiries of any status, and logs how many. */
async function deleteOldEnquiries(payload: Payload, retentionDays: number): Promise<void> {
  const createdBefore = new Date(Date.now() - retentionDays * DAY_MS).toISOString()
  const { docs, errors } = await payload.delete({
    collection: 'enquiries',
    where: { createdAt: { less_than: createdBefore } },
    depth: 0,
    overrideAccess: true,
  })
  if (docs.length > 0)
    payload.logger.info(`${docs.length} enquiries older than ${retentionDays} days were deleted.`)
  // Payload's bulk deletion reports errors instead of throwing them.
  if (errors.length > 0)
    throw new Error(`${errors.length} were not deleted: ${errors[0]!.message}`)
}

const DAY_MS = 24 * 60 * 60 * 1000
const INTERVAL_MS = 60 * 60 * 1000
