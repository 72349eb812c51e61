import type { Enquiry } from '@masthead/shared/payload-types'
import type { Payload, PayloadRequest } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { recordEvent } from '../audit/recordEvent.ts'

/** Returns the enquiries from one e-mail address in any case, oldest first. */
async function senderEnquiries(payload: Payload, email: string, req?: PayloadRequest): Promise<Enquiry[]> {
  const { docs } = await payload.find({
    collection: 'enquiries',
    where: { email: { contains: email } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    // The callers have checked the rights of the user.
    overrideAccess: true,
    ...(req && { req }),
  })
  return docs.filter(enquiry => enquiry.email.toLowerCase() === email.toLowerCase())
}

/** The export of every enquiry from one address. */
export interface SenderExport {
  email: string
  exportedAt: string
  enquiries: Enquiry[]
}

/** Returns the enquiries from one e-mail address, and records the export in the audit log. */
export async function exportSenderEnquiries(
  payload: Payload,
  email: string,
  partialReq: Partial<PayloadRequest> = {},
): Promise<SenderExport> {
  const req = await createLocalReq({ req: partialReq }, payload)
  const enquiries = await senderEnquiries(payload, email, req)
  await recordEvent(req, { event: 'exported', about: 'enquiries', title: `${enquiries.length} of one sender` })
  return { email, exportedAt: new Date().toISOString(), enquiries }
}

/** Deletes the enquiries from one e-mail address, or none if one deletion fails. Returns how many it deleted. */
export async function deleteSenderEnquiries(
  payload: Payload,
  email: string,
  partialReq: Partial<PayloadRequest> = {},
): Promise<number> {
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
