import type { Redirect } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'

/** Returns the redirect at an address. */
export async function redirectAt(from: string, req: PayloadRequest): Promise<Redirect | undefined> {
  const { docs: [redirect] } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    // Redirects are public, and an address is taken even if the user may not read its redirect.
    overrideAccess: true,
  })
  return redirect
}
