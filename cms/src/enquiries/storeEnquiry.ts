import type { Enquiry } from '@masthead/shared/enquiry'
import type { Payload } from 'payload'
import { createHash, randomUUID } from 'node:crypto'
import { contentOf, looksLikeSpam, newReference } from '@masthead/shared/enquiry'
import { ValidationError } from 'payload'

/**
 * Keeps an enquiry, once: what is sent again, by a doubled click, a reload or a web that got no answer, is the enquiry
 * that is there already, with its reference.
 */
export async function storeEnquiry(payload: Payload, enquiry: Enquiry, wanted: string): Promise<{ reference: string, isNew: boolean }> {
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
        // Nobody creates enquiries by themselves; the web, which hands this one in, has shown its key.
        overrideAccess: true,
      })
      return { reference: stored.reference, isNew: true }
    }
    catch (error) {
      // Its double was quicker, or another has its reference.
      if (!(error instanceof ValidationError) || attempt === 3)
        throw error
    }
  }
}

interface Keys {
  /** Names the content and the form it was written into: the same as long as it is kept. */
  submission: string | undefined
  /** Name the content and the ten minutes in which it came: the current ones and those before. */
  moments: [string, string]
}

/** Many visitors may be given the same form, with the same id: only with what they wrote does it name an enquiry. */
function keysOf(enquiry: Enquiry): Keys {
  const { submission } = enquiry
  const content = digest(contentOf(enquiry))
  const moment = Math.floor(Date.now() / SAME)
  return {
    submission: submission ? digest(JSON.stringify([submission, content])) : undefined,
    moments: [`${content}:${moment}`, `${content}:${moment - 1}`],
  }
}

/** Milliseconds within which the same words from the same address are the same enquiry. */
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
