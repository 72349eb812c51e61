import type { Enquiry, EnquiryErrors } from '@masthead/shared/enquiry'
import type { Referenced } from './handIn'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { referenceFrom } from '@masthead/shared/enquiry'
import { CmsError } from '@masthead/shared/error'
import { env } from '../env'
import { handIn } from './handIn'
import { Outbox } from './Outbox'

/** Where enquiries wait while the CMS cannot take them. */
export const outbox = new Outbox({ folder: join(env.dataDir, 'enquiries'), deliver, most: 1000 })

/**
 * Takes an enquiry, whether the CMS can or not: its reference, or what the CMS says is wrong with it.
 *
 * @throws when it can be kept nowhere.
 */
export async function takeEnquiry(written: Enquiry): Promise<{ reference: string } | { errors: EnquiryErrors }> {
  const referenced = refer(written)
  const waiting = await outbox.referenceOf(referenced)
  if (waiting)
    return { reference: waiting }
  try {
    return await handIn(referenced, { patience: VISITORS_PATIENCE })
  }
  catch (error) {
    const reference = await outbox.keep(referenced)
    console.error(`Enquiry ${reference} is kept until the CMS can take it: ${(error as Error).message}`)
    return { reference }
  }
}

/** Milliseconds that a visitor waits for the CMS; the page with the thanks takes its time, too. */
const VISITORS_PATIENCE = 1000

/** Milliseconds that nobody waits for. */
const PATIENCE = 10_000

/** An id, by which the CMS knows it when it comes again, and a reference that is the same for a doubled click. */
function refer(written: Enquiry): Referenced {
  const enquiry = { ...written, submission: written.submission || randomUUID() }
  return { enquiry, reference: referenceFrom(createHash('sha256').update(JSON.stringify(enquiry)).digest()) }
}

async function deliver(referenced: Referenced): Promise<boolean> {
  try {
    const answer = await handIn(referenced, { patience: PATIENCE })
    if ('errors' in answer)
      return false
    if (answer.reference !== referenced.reference)
      console.warn(`Enquiry ${referenced.reference} had been sent before: it is ${answer.reference} in the CMS.`)
    return true
  }
  catch (error) {
    if (error instanceof CmsError && error.status === 400)
      return false
    throw error
  }
}
