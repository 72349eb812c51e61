import type { Enquiry } from '@masthead/shared/payload-types'
import type { Payload, PayloadRequest } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { recordEvent } from '../audit/recordEvent.ts'

/** Returns all that was sent from one e-mail address, in whatever case it was written, oldest first. */
async function senderEnquiries(payload: Payload, email: string, req?: PayloadRequest): Promise<Enquiry[]> {
  const { docs } = await payload.find({
    collection: 'enquiries',
    where: { email: { contains: email } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    // The callers have checked who may do this.
    overrideAccess: true,
    ...(req && { req }),
  })
  return docs.filter(enquiry => enquiry.email.toLowerCase() === email.toLowerCase())
}

/** All that one address sent, as it is given away. */
export interface SenderExport {
  email: string
  exportedAt: string
  enquiries: Enquiry[]
}

/** Returns all that was sent from one e-mail address, and records in the audit log that it was exported. */
export async function exportSenderEnquiries(payload: Payload, email: string, partialReq: Partial<PayloadRequest> = {}): Promise<SenderExport> {
  const req = await createLocalReq({ req: partialReq }, payload)
  const enquiries = await senderEnquiries(payload, email, req)
  await recordEvent(req, { event: 'exported', about: 'enquiries', title: `${enquiries.length} of one sender` })
  return { email, exportedAt: new Date().toISOString(), enquiries }
}

/** Deletes all that was sent from one e-mail address, or nothing if that fails. Returns how many enquiries those were. */
export async function deleteSenderEnquiries(payload: Payload, email: string, partialReq: Partial<PayloadRequest> = {}): Promise<number> {
  const req = await createLocalReq({ req: partialReq }, payload)
  const shouldCommit = await initTransaction(req)
  try {
    const enquiries = await senderEnquiries(payload, email, req)
    for (const { id } of enquiries)
      await payload.delete({ collection: 'enquiries', id, overrideAccess: true, req })
    if (shouldCommit)
      await commitTransaction(req)
    return enquiries.length
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }
}
