import type { Endpoint } from 'payload'
import { APIError, Forbidden } from 'payload'
import { hasRole } from '../access.ts'
import { recordEvent } from '../audit/recordEvent.ts'
import { requireConfirmation } from './currentPassword.ts'
import { createResetToken } from './resetToken.ts'
import { resetUrl } from './resetUrl.ts'

export interface OneTimeLink {
  url: string
  expiresAt: string
}

/**
 * `POST /api/users/:id/one-time-link` creates a link with which a user chooses a new password, for an administrator to
 * hand over. It works once. A newer link or a new password ends it.
 */
export const oneTimeLinkEndpoint: Endpoint = {
  path: '/:id/one-time-link',
  method: 'post',
  handler: async (req) => {
    if (!req.user)
      throw new Forbidden(req.t)
    if (!hasRole(req, 'admin'))
      throw new APIError('Only administrators make one-time links.', 403, null, true)
    const { id, name } = await req.payload.findByID({
      collection: 'users',
      id: String(req.routeParams?.id),
      depth: 0,
      overrideAccess: false,
      req,
    })
    requireConfirmation(req)
    const { token, expiresAt } = await createResetToken(req.payload, id, LIFETIME)
    // The link is recorded before the response, so that no link goes unrecorded.
    await recordEvent(req, { event: 'link-made', about: 'users', documentId: id, title: name })
    const link: OneTimeLink = { url: resetUrl(token), expiresAt }
    return Response.json(link, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
}

const LIFETIME = 24 * 60 * 60 * 1000
