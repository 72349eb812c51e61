import { getPayload } from 'payload'
import { ensureFirstAdmin } from './firstAdmin.ts'
import config from './payload.config.ts'

/** Applies what migrations are missing and makes the first administrator, before anybody is answered. */
export async function prepareServer(): Promise<void> {
  await ensureFirstAdmin(await getPayload({ config }))
}
