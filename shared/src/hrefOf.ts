import type { Link } from './types.ts'
import { isSafeUrl } from './isSafeUrl.ts'
import { pathOf } from './paths.ts'

/**
 * Returns the address of a link. Undefined if its document is not public (an anonymous visitor gets its bare id) or has
 * no page: the site leaves such a link out.
 */
export function hrefOf({ document, url }: Pick<Link, 'document' | 'url'>): string | undefined {
  if (document)
    return isObject(document.value) ? pathOf(document.relationTo, document.value) : undefined
  return url && isSafeUrl(url) ? url : undefined
}

function isObject(value: unknown): value is { slug?: string | null, path?: string | null } {
  return typeof value === 'object' && value !== null
}
