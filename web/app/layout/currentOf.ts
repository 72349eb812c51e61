import { HOME } from '@masthead/shared/paths'

/**
 * Returns the `aria-current` of a link on a page: it leads to that page, or to the part of the site that contains it.
 */
export function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path)
    return 'page'
  return href !== HOME && path.startsWith(`${href}/`) ? 'true' : undefined
}
