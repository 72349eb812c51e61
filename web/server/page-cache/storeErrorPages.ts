import type { ErrorPages } from '../http/ErrorPages'
import type { PageCache } from './PageCache'

/**
 * Stores the error pages that nginx sends by itself, and renders the one that readers see most before it is needed.
 *
 * @throws {RenderError}
 */
export async function storeErrorPages(cache: PageCache, errorPages: ErrorPages): Promise<void> {
  cache.storeUnavailable(await errorPages.get(503))
  for (const status of NGINX_ERRORS)
    cache.storeError(await errorPages.get(status))
  void errorPages.get(404).catch(() => {})
}

/** A malformed request, one with too large a body, and one with too long an address: nginx does not forward them. */
const NGINX_ERRORS = [400, 413, 414]
