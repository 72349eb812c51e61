import type { Link } from '@masthead/shared/types'
import { hrefOf } from '@masthead/shared/hrefOf'

export interface ResolvedLink {
  label: string
  href: string
}

/** Returns the links to published targets, resolved. */
export function linksOf(links: readonly Pick<Link, 'label' | 'document' | 'url'>[]): ResolvedLink[] {
  return links.flatMap((link) => {
    const href = hrefOf(link)
    return href ? [{ label: link.label, href }] : []
  })
}
