import type { PayloadRequest } from 'payload'
import type { AuditEvent } from './newEntry.ts'
import { actorOf } from './actorOf.ts'
import { newEntry } from './newEntry.ts'

/** Writes an entry in the transaction of the request: either both the change and the entry are stored, or neither. */
export async function recordEvent(req: PayloadRequest, event: AuditEvent): Promise<void> {
  await req.payload.db.create({ collection: 'audit-log', data: { ...newEntry(event, actorOf(req)) }, req })
}
