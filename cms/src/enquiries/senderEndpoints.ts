import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import { hasRole } from '../access.ts'
import { errorResponse } from '../server/errorResponse.ts'
import { deleteSenderEnquiries, exportSenderEnquiries } from './senderEnquiries.ts'

/**
 * `GET /api/enquiries/of-sender?email=…` exports every enquiry from one address as a file, for users who may read
 * enquiries.
 */
const exportEndpoint: Endpoint = {
  path: '/of-sender',
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req, 'admin', 'editor', 'marketer'))
      throw new Forbidden(req.t)
    const email = emailIn(req)
    if (email === undefined)
      return errorResponse(400, EMAIL_MISSING)
    return new Response(`${JSON.stringify(await exportSenderEnquiries(req.payload, email, req), undefined, 2)}\n`, {
      headers: { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="enquiries.json"' },
    })
  },
}

/** `DELETE /api/enquiries/of-sender?email=…` deletes every enquiry from one address, for administrators. */
const deleteEndpoint: Endpoint = {
  path: '/of-sender',
  method: 'delete',
  handler: async (req) => {
    if (!hasRole(req, 'admin'))
      throw new Forbidden(req.t)
    const email = emailIn(req)
    return email === undefined
      ? errorResponse(400, EMAIL_MISSING)
      : Response.json({ deleted: await deleteSenderEnquiries(req.payload, email, req) })
  },
}

export const senderEndpoints: Endpoint[] = [exportEndpoint, deleteEndpoint]

/** Returns the address in a query; undefined for an empty one, because an empty text is part of every address. */
function emailIn({ query }: PayloadRequest): string | undefined {
  return typeof query.email === 'string' && query.email.includes('@') ? query.email.trim() : undefined
}

const EMAIL_MISSING = '“email” has to be the e-mail address of the sender: email=ines@example.com.'
