import type { Payload } from 'payload'
import type { Step } from './Step.ts'
import { documentKey } from '../presence/documentKey.ts'
import { presenceStoreOf } from '../presence/presenceStoreOf.ts'

/**
 * Returns the name of a user who has the document open in the admin: their next save would overwrite an import that
 * they never saw.
 */
export async function openInAdminBy(
  payload: Payload,
  collection: Step['collection'],
  id: string,
): Promise<string | undefined> {
  const document = documentKey({ collection, id })
  const forms = await presenceStoreOf(payload).findSeenAfter(Date.now() - SEEN_WITHIN_MS)
  return forms.find(form => form.document === document)?.name
}

/** Milliseconds without a report after which the form has surely closed. */
const SEEN_WITHIN_MS = 10_000
