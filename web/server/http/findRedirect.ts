import type { H3Event } from 'h3'
import type { ResolvedRedirect } from './resolveRedirect'
import { isFixedPath } from '@masthead/shared/paths'
import { sitePath } from '@masthead/shared/sitePath'
import { resolveRedirect } from './resolveRedirect'

/**
 * Where a reader is led for whom there is no page, while the web does not know the redirects by the feed. It is asked
 * for only then, so a page costs nothing by it.
 *
 * @throws CmsError where the CMS cannot tell
 */
export async function findRedirect({ node, context }: H3Event): Promise<ResolvedRedirect | undefined> {
  const [address = '/', query = ''] = (node.req.url ?? '/').split(/(?=\?)(.*)/s)
  const from = sitePath(address)
  // The CMS is not troubled with what no redirect can be from.
  if (from === undefined || isFixedPath(from))
    return undefined
  return resolveRedirect(address, query, paths => context.site.addresses.ruleOf(paths))
}
