import type { Endpoint } from 'payload'
import { APIError, Forbidden } from 'payload'
import { is } from '../access.ts'
import { resetUrl } from './resetUrl.ts'

export interface OneTimeLink {
  url: string
  expiresAt: string
}

/**
 * `POST /api/users/:id/one-time-link`: a link with which a person chooses a new password, for an administrator to hand
 * over. It works once; the next one that is made, or a new password, ends it.
 */
export const oneTimeLinkEndpoint: Endpoint = {
  path: '/:id/one-time-link',
  method: 'post',
  handler: async (req) => {
    if (!req.user)
      throw new Forbidden(req.t)
    if (!is(req, 'admin'))
      throw new APIError('Only administrators make one-time links.', 403, null, true)
    const { email } = await req.payload.findByID({ collection: 'users', id: String(req.routeParams?.id), depth: 0, overrideAccess: false, req })
    const token = await req.payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true, expiration: LIFETIME, req })
    const link: OneTimeLink = { url: resetUrl(token), expiresAt: new Date(Date.now() + LIFETIME).toISOString() }
    return Response.json(link, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
}

const LIFETIME = 24 * 60 * 60 * 1000
