import type { PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import { hasRole } from '../../access.ts'

/**
 * Returns the id of the user whom a request is about.
 * @throws {Forbidden} unless the user sends it themselves, or an administrator does and may
 */
export function personOf(req: PayloadRequest, whoElse: 'alone' | 'or an administrator'): string {
  const id = String(req.routeParams?.id)
  if (!isOwn(req, id) && !(whoElse === 'or an administrator' && hasRole(req, 'admin')))
    throw new Forbidden(req.t)
  return id
}

export function isOwn(req: PayloadRequest, id: string): boolean {
  return req.user != null && id === String(req.user.id)
}
