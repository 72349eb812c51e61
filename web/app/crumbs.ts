import type { Article, SiteContent } from './selections'
import { blogPath, categoryPath, SERVICES } from '@masthead/shared/paths'
import { isPublished } from '@masthead/shared/types'

/** A step of the way from the front of the site to a page. */
export interface Crumb {
  name: string
  path: string
}

export function journalTrail({ journalTitle }: SiteContent): Crumb[] {
  return [{ name: journalTitle, path: blogPath() }]
}

export const SERVICES_TRAIL: [Crumb] = [{ name: 'Services', path: SERVICES }]

export function articleTrail({ category }: Pick<Article, 'category'>, site: SiteContent): Crumb[] {
  return isPublished(category)
    ? [...journalTrail(site), { name: category.title, path: categoryPath(category) }]
    : journalTrail(site)
}
