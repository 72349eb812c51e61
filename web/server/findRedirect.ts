import type { H3Event } from 'h3'
import { isFixedPath } from '@masthead/shared/paths'
import { redirectLocation } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'

export interface Redirect {
  status: number
  /** Undefined for what is gone for good. */
  location: string | undefined
}

/** Where a reader is led for whom there is no page. It is asked for only then, so a page costs nothing by it. */
export async function findRedirect({ context, node }: H3Event): Promise<Redirect | undefined> {
  const [address = '/', query = ''] = (node.req.url ?? '/').split(/(?=\?)(.*)/s)
  const from = sitePath(address)
  // The CMS is not troubled with what no redirect can be from.
  if (from === undefined || from.length > LONGEST || isFixedPath(from))
    return undefined
  const redirect = await context.cms.findOne('redirects', { where: { from: { equals: from } }, select: { to: true, status: true }, depth: 0 })
  return redirect && { status: Number(redirect.status), location: redirect.to ? redirectLocation(redirect.to, query) : undefined }
}

const LONGEST = 500
