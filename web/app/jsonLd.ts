import type { Crumb } from './crumbs'
import type { Article, AuthorContent, SiteContent } from './selections'
import { authorPath, postPath } from '@masthead/shared/paths'
import { isPublished } from '@masthead/shared/types'

interface Context {
  post: Article
  site: SiteContent
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
    'author': post.authors.filter(isPublished).map(author => personJsonLd(author, siteUrl)),
    'publisher': { '@type': 'Organization', 'name': site.name, 'url': siteUrl },
    'mainEntityOfPage': `${siteUrl}${postPath(post)}`,
    'articleSection': isPublished(post.category) ? post.category.title : undefined,
    'keywords': post.tags?.length ? post.tags : undefined,
  }
}

/** An author, with a page of their own. */
export function profileJsonLd(
  { author, siteUrl, image }: { author: AuthorContent, siteUrl: string, image?: string },
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    'dateModified': author.updatedAt,
    'mainEntity': {
      ...personJsonLd(author, siteUrl),
      description: author.bio ?? undefined,
      image: image && `${siteUrl}${image}`,
    },
  }
}

function personJsonLd(author: Pick<AuthorContent, 'name' | 'slug' | 'jobTitle'>, siteUrl: string): object {
  return {
    '@type': 'Person',
    'name': author.name,
    'jobTitle': author.jobTitle ?? undefined,
    'url': `${siteUrl}${authorPath(author)}`,
  }
}

/** The publisher of the site. */
export function organizationJsonLd({ name, description }: SiteContent, siteUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    'description': description ?? undefined,
    'url': siteUrl,
  }
}

interface ServiceContext {
  name: string
  description?: string | null
  url: string
  site: SiteContent
  siteUrl: string
}

export function serviceJsonLd({ name, description, url, site, siteUrl }: ServiceContext): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name,
    'description': description ?? undefined,
    url,
    'provider': { '@type': 'Organization', 'name': site.name, 'url': siteUrl },
  }
}

/** The way to a page, the page itself at its end. */
export function breadcrumbJsonLd(trail: Crumb[], siteUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    'itemListElement': trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      'position': index + 1,
      name,
      'item': `${siteUrl}${path}`,
    })),
  }
}

/** Data in a page: with `<` spelt out, no text of a writer's can end the element it stands in. */
export function jsonLdScript(data: object) {
  return { type: 'application/ld+json' as const, innerHTML: JSON.stringify(data).replace(/</g, '\\u003C') }
}
