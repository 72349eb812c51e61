import type { Article, SiteWords } from './selections'
import { blogPath, postPath } from '@masthead/shared/paths'
import { isPublished } from '@masthead/shared/types'

interface Context {
  post: Article
  site: SiteWords
  /** The site's public address, without a trailing slash. */
  siteUrl: string
}

export function articleJsonLd({ post, site, siteUrl, image }: Context & { image?: string }): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    'headline': post.title,
    'description': post.seo?.description || post.excerpt,
    'image': image && `${siteUrl}${image}`,
    'datePublished': post.publishedAt ?? undefined,
    'dateModified': post.updatedAt,
    'author': post.authors.filter(isPublished).map(({ name, jobTitle }) => ({ '@type': 'Person', name, 'jobTitle': jobTitle ?? undefined })),
    'publisher': { '@type': 'Organization', 'name': site.name, 'url': siteUrl },
    'mainEntityOfPage': `${siteUrl}${postPath(post)}`,
    'articleSection': isPublished(post.category) ? post.category.title : undefined,
    'keywords': post.tags?.length ? post.tags : undefined,
  }
}

export function breadcrumbJsonLd({ post, site, siteUrl }: Context): object {
  const trail = [[site.journalTitle, blogPath()], [post.title, postPath(post)]]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    'itemListElement': trail.map(([name, path], index) => ({ '@type': 'ListItem', 'position': index + 1, name, 'item': `${siteUrl}${path}` })),
  }
}

/** Data in a page: with `<` spelt out, no text of a writer's can end the element it stands in. */
export function jsonLdScript(data: object) {
  return { type: 'application/ld+json' as const, innerHTML: JSON.stringify(data).replace(/</g, '\\u003C') }
}
