import { getPayload } from 'payload'
import { keepFeed } from './changes/keepFeed.ts'
import { ensureFirstAdmin } from './firstAdmin.ts'
import config from './payload.config.ts'

/** Applies what migrations are missing and makes the first administrator, before anybody is answered; from then on keeps the change feed. */
export async function prepareServer(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  keepFeed(payload)
}
