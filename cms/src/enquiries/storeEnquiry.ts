import type { Enquiry } from '@masthead/shared/enquiry'
import type { Payload } from 'payload'
import { createHash, randomUUID } from 'node:crypto'
import { contentOf, looksLikeSpam, newReference } from '@masthead/shared/enquiry'
import { ValidationError } from 'payload'

/**
 * Stores an enquiry once. A repetition (a double click, a reload, or a site instance that got no response) returns the
 * reference of the stored enquiry.
 */
export async function storeEnquiry(
  payload: Payload,
  enquiry: Enquiry,
  wanted: string,
): Promise<{ reference: string, isNew: boolean }> {
  const { submission, ...written } = enquiry
  const keys = keysOf(enquiry)
  for (let attempt = 1; ; attempt++) {
    const known = await referenceOf(payload, keys)
    if (known)
      return { reference: known, isNew: false }
    try {
      const stored = await payload.create({
        collection: 'enquiries',
        data: {
          ...written,
          reference: attempt === 1 ? wanted : newReference(),
          status: looksLikeSpam(enquiry) ? 'spam' : 'new',
          submission: keys.submission ?? randomUUID(),
          moment: keys.moments[0],
        },
        depth: 0,
        // No user can create enquiries. The site, which submits this one, has shown its service key.
        overrideAccess: true,
      })
      return { reference: stored.reference, isNew: true }
    }
    catch (error) {
      // A simultaneous copy was stored first, or another enquiry has this reference.
      if (!(error instanceof ValidationError) || attempt === 3)
        throw error
    }
  }
}

interface Keys {
  /** Identifies the content and the form that it was written into, as long as the enquiry is stored. */
  submission: string | undefined
  /** Identify the content within ten-minute windows: the current one and the one before. */
  moments: [string, string]
}

/**
 * Returns the keys by which the database recognises a repeated enquiry. Many visitors may get the same form with the
 * same id, so the key includes the content.
 */
function keysOf(enquiry: Enquiry): Keys {
  const { submission } = enquiry
  const content = digest(contentOf(enquiry))
  const moment = Math.floor(Date.now() / SAME)
  return {
    submission: submission ? digest(JSON.stringify([submission, content])) : undefined,
    moments: [`${content}:${moment}`, `${content}:${moment - 1}`],
  }
}

/** Milliseconds within which the same text from the same address is the same enquiry. */
const SAME = 10 * 60 * 1000

async function referenceOf(payload: Payload, { submission, moments }: Keys): Promise<string | undefined> {
  const recently = new Date(Date.now() - SAME).toISOString()
  const { docs: [found] } = await payload.find({
    collection: 'enquiries',
    where: {
      or: [
        { moment: { equals: moments[0] } },
        { and: [{ moment: { equals: moments[1] } }, { createdAt: { greater_than: recently } }] },
        ...(submission ? [{ submission: { equals: submission } }] : []),
      ],
    },
    select: { reference: true },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return found?.reference
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
