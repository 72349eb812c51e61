import { getPayload } from 'payload'
import { keepFeed } from './changes/keepFeed.ts'
import { declineDemo } from './demo/declineDemo.ts'
import { env } from './env.ts'
import { ensureFirstAdmin } from './firstAdmin.ts'
import config from './payload.config.ts'

/**
 * Applies what migrations are missing, makes the first administrator, and notes if the demo content is declined, before
 * anybody is answered; from then on keeps the change feed.
 */
export async function prepareServer(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  if (!env.demo)
    await declineDemo(payload)
  keepFeed(payload)
}
