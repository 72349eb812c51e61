import type { Link } from './types.ts'
import { isSafeUrl } from './isSafeUrl.ts'
import { pathOf } from './paths.ts'

/**
 * Where a link leads. Undefined for one whose document is not public (a stranger gets its bare id) or has no page: such
 * a link is left out.
 */
export function hrefOf({ document, url }: Pick<Link, 'document' | 'url'>): string | undefined {
  if (document)
    return isObject(document.value) ? pathOf(document.relationTo, document.value) : undefined
  return url && isSafeUrl(url) ? url : undefined
}

function isObject(value: unknown): value is { slug?: string | null, path?: string | null } {
  return typeof value === 'object' && value !== null
}
