import type { CollectionSlug } from '@masthead/shared/types'
import type { Article, SiteContent } from '../selections'
import { useHead, useRequestEvent } from '#imports'
import { jsonLdScript } from '../jsonLd'
import { feedSlot } from '../layout/slotMarkers'

export interface PageHead {
  site: SiteContent
  title: string
  description?: string | null
  path: string
  /** The path of the picture shown where the page is shared. */
  image?: string
  type?: 'article' | 'website'
  article?: Pick<Article, 'publishedAt' | 'updatedAt'>
  jsonLd?: object[]
  revision: Revision
}

/** The main content of a page: a document, or the texts of the site. */
export interface Revision {
  collection: CollectionSlug | 'globals'
  id: string
  updatedAt?: string | null
}

/** The description of a page for browsers, search engines and social networks. */
export function usePageHead(
  { site, title, description, path, image, type = 'website', article, jsonLd = [], revision }: PageHead,
): void {
  const { siteUrl, slotMarker } = useRequestEvent()!.context
  const url = `${siteUrl}${path}`
  // A page without a description at least differs from others.
  const words = description || site.description || [title, site.tagline].filter(Boolean).join('. ')
  useHead({
    title,
    link: [{ rel: 'canonical', href: url }],
    meta: [
      { name: 'description', content: words },
      { property: 'og:type', content: type },
      { property: 'og:site_name', content: site.name },
      { property: 'og:title', content: title },
      { property: 'og:description', content: words },
      { property: 'og:url', content: url },
      { property: 'og:image', content: image && `${siteUrl}${image}` },
      { property: 'article:published_time', content: article?.publishedAt },
      { property: 'article:modified_time', content: article?.updatedAt },
      { name: 'revision', content: revisionOf(revision) + (slotMarker ? feedSlot(slotMarker) : '') },
      { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
    ].filter(({ content }) => content),
    script: jsonLd.map(jsonLdScript),
  })
}

/** Says which revision a page shows: `posts/ID@UPDATED`. */
function revisionOf({ collection, id, updatedAt }: Revision): string {
  return `${collection}/${id}@${updatedAt ?? 'never'}`
}

/** Of a page that shows no one document. */
export function siteRevision(updatedAt: string | null | undefined): Revision {
  return { collection: 'globals', id: 'site', updatedAt }
}
