import type { Enquiry, EnquiryErrors } from '@masthead/shared/enquiry'
import type { Env } from '@masthead/shared/env'
import type { Referenced } from './submitToCms'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ClientAddresses } from '@masthead/shared/ClientAddresses'
import { referenceFrom } from '@masthead/shared/enquiry'
import { CmsError } from '@masthead/shared/error'
import { Limit } from './Limit'
import { Outbox } from './Outbox'
import { submitToCms } from './submitToCms'

/** Composes how the site accepts enquiries: the outbox, in which they wait while the CMS is away, and the limits. */
export function createEnquiries({ cmsUrl, serviceKey, dataDir, trustedProxies }: Env) {
  const cms = { cmsUrl, serviceKey }
  const outbox = new Outbox({
    folder: join(dataDir, 'enquiries'),
    deliver: referenced => deliver(cms, referenced),
    maxEntries: 1000,
  })
  return {
    outbox,
    clientAddresses: new ClientAddresses(trustedProxies),
    /** How often visitors may send an enquiry that is accepted. */
    acceptedLimit: new Limit({
      maxPerVisitor: 5,
      maxPerNetwork: 15,
      maxPerProvider: 40,
      maxInAll: 200,
      windowMs: LIMIT_WINDOW_MS,
    }),
    /** How often they may send one at all: each costs a render. */
    attemptLimit: new Limit({
      maxPerVisitor: 30,
      maxPerNetwork: 90,
      maxPerProvider: 240,
      maxInAll: 1200,
      windowMs: LIMIT_WINDOW_MS,
    }),
    /**
     * Accepts an enquiry, even if the CMS is away. Returns its reference, or the errors that the CMS found.
     *
     * @throws if it cannot be stored
     */
    async accept(submitted: Enquiry): Promise<{ reference: string } | { errors: EnquiryErrors }> {
      const referenced = refer(submitted)
      const waiting = await outbox.referenceOf(referenced)
      if (waiting)
        return { reference: waiting }
      try {
        return await submitToCms(cms, referenced, { timeoutMs: VISITOR_TIMEOUT_MS })
      }
      catch (error) {
        const reference = await outbox.store(referenced)
        console.error(`Enquiry ${reference} is stored until the CMS can accept it: ${(error as Error).message}`)
        return { reference }
      }
    },
  }
}

const LIMIT_WINDOW_MS = 10 * 60 * 1000

/** How long a visitor waits for the CMS, before the render of the page that thanks. */
const VISITOR_TIMEOUT_MS = 1000

/** No visitor waits for an enquiry in the outbox. */
const OUTBOX_TIMEOUT_MS = 10_000

/** Gives an enquiry an id, by which the CMS recognizes it, and a reference that is the same after a double click. */
function refer(submitted: Enquiry): Referenced {
  const enquiry = { ...submitted, submission: submitted.submission || randomUUID() }
  return { enquiry, reference: referenceFrom(createHash('sha256').update(JSON.stringify(enquiry)).digest()) }
}

async function deliver(cms: Pick<Env, 'cmsUrl' | 'serviceKey'>, referenced: Referenced): Promise<boolean> {
  try {
    const result = await submitToCms(cms, referenced, { timeoutMs: OUTBOX_TIMEOUT_MS })
    if ('errors' in result)
      return false
    if (result.reference !== referenced.reference)
      console.warn(`Enquiry ${referenced.reference} was sent before: it is ${result.reference} in the CMS.`)
    return true
  }
  catch (error) {
    if (error instanceof CmsError && error.status === 400)
      return false
    throw error
  }
}
