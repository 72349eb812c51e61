import type { Payload } from 'payload'
import { demoRecord } from './demoRecord.ts'

/**
 * Remembers in the database that its site is real, so that no later start fills in the demo content, or the rest of it.
 */
export async function declineDemo(payload: Payload): Promise<void> {
  const record = demoRecord(payload)
  if (await record.read() !== 'filled')
    await record.write('declined')
}
