import type { Redirect } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'

/** The redirect that holds an address. */
export async function redirectAt(from: string, req: PayloadRequest): Promise<Redirect | undefined> {
  const { docs: [redirect] } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    // An address is held whoever asks; readers are led by it too.
    overrideAccess: true,
  })
  return redirect
}
