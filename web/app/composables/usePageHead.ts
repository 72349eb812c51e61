import type { CollectionSlug } from '@masthead/shared/types'
import type { Article, SiteWords } from '../selections'
import { useHead, useRequestEvent } from '#imports'
import { jsonLdScript } from '../jsonLd'
import { feedSlot } from '../layout/slotMarkers'

export interface PageHead {
  site: SiteWords
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

/** What a page shows above all: a document, or where there is none the words of the site. */
export interface Revision {
  collection: CollectionSlug | 'globals'
  id: string
  updatedAt?: string | null
}

/** What a page says of itself to browsers, search engines and those who share it. */
export function usePageHead(
  { site, title, description, path, image, type = 'website', article, jsonLd = [], revision }: PageHead,
): void {
  const { siteUrl, slotMarker } = useRequestEvent()!.context
  const url = `${siteUrl}${path}`
  // A page that nobody has described is at least told from others.
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
