import type { H3Event } from 'h3'
import type { ResolvedRedirect } from './resolveRedirect'
import { isFixedPath } from '@masthead/shared/paths'
import { sitePath } from '@masthead/shared/sitePath'
import { resolveRedirect } from './resolveRedirect'

/**
 * Returns the redirect from an address without a page, while the site instance does not know all redirects by the feed.
 *
 * @throws {CmsError} if the CMS does not respond
 */
export async function findRedirect({ node, context }: H3Event): Promise<ResolvedRedirect | undefined> {
  const [address = '/', query = ''] = (node.req.url ?? '/').split(/(?=\?)(.*)/s)
  const from = sitePath(address)
  // No redirect can start at such a path.
  if (from === undefined || isFixedPath(from))
    return undefined
  return resolveRedirect(address, query, paths => context.site.addresses.ruleOf(paths))
}
