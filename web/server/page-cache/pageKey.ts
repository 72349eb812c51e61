import { isPagePath } from '@masthead/shared/paths'
import { isPageSpelling } from '../http/canonicalPath'

/**
 * Returns the key under which the page of a request is cached: its path. Nothing else of a request counts, so nothing
 * else can split, fill or poison the cache. Undefined if the response is not a page, or depends on more than the path.
 */
export function pageKey({ method, url = '/' }: { method?: string, url?: string }): string | undefined {
  if (method !== 'GET' && method !== 'HEAD')
    return undefined
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  return path.length <= MAX_LENGTH && isPageSpelling(path) && isPagePath(path) ? path : undefined
}

const MAX_LENGTH = 300
