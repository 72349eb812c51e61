import type { Endpoint, PayloadRequest } from 'payload'
import { isReference, newReference, readEnquiry } from '@masthead/shared/enquiry'
import { env, serviceKeys } from '../env.ts'
import { errorResponse } from '../server/errorResponse.ts'
import { isServiceKey } from '../server/isServiceKey.ts'
import { storeEnquiry } from './storeEnquiry.ts'

/** `POST /api/enquiries/submit` stores an enquiry that the site submits for a visitor. It requires the service key. */
export const submitEndpoint: Endpoint = {
  path: '/submit',
  method: 'post',
  handler: async (req) => {
    if (!env.serviceKey)
      return errorResponse(503, 'Enquiries cannot be accepted: set SERVICE_KEY, the same for the CMS and the site.')
    if (!isServiceKey(req.headers.get('authorization'), serviceKeys))
      return errorResponse(401, 'Only the site may submit enquiries. Send the service key.')
    const sent = await bodyOf(req)
    if (!sent)
      return errorResponse(400, 'Send an enquiry as a JSON object.')
    const { enquiry, errors } = readEnquiry(sent)
    if (Object.keys(errors).length > 0)
      return errorResponse(400, 'The enquiry cannot be accepted as it is.', errors)
    // An enquiry that was sent during an outage has a reference already: the site has shown it to the visitor.
    const told = isReference(sent.reference) ? sent.reference : newReference()
    const { reference, isNew } = await storeEnquiry(req.payload, enquiry, told)
    return Response.json({ reference }, { status: isNew ? 201 : 200 })
  },
}

async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown> | undefined> {
  const body: unknown = await req.json?.().catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : undefined
}
