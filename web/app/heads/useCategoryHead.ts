import type { Category } from '@masthead/shared/payload-types'
import type { SiteContent } from '../selections'
import { categoryPath } from '@masthead/shared/paths'
import { useRequestEvent } from '#imports'
import { journalTrail } from '../crumbs'
import { breadcrumbJsonLd } from '../jsonLd'
import { usePageHead } from './usePageHead'

export function useCategoryHead(
  { category, site, page }: {
    category: Pick<Category, 'description' | 'id' | 'slug' | 'title' | 'updatedAt'>
    site: SiteContent
    page: number
  },
): void {
  const { siteUrl } = useRequestEvent()!.context
  const crumb = { name: category.title, path: categoryPath(category) }
  usePageHead({
    site,
    title: `${category.title}${page > 1 ? `, page ${page}` : ''} · ${site.name}`,
    description: category.description || `Articles on ${category.title}, the newest first, from ${site.name}.`,
    path: categoryPath(category, page),
    revision: { collection: 'categories', id: category.id, updatedAt: category.updatedAt },
    jsonLd: [breadcrumbJsonLd([...journalTrail(site), crumb], siteUrl)],
  })
}
