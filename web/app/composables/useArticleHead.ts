import type { Article, SiteWords } from '../selections'
import { mediaPath, postPath } from '@masthead/shared/paths'
import { isPublished } from '@masthead/shared/types'
import { useRequestEvent } from '#imports'
import { articleJsonLd, breadcrumbJsonLd } from '../jsonLd'
import { usePageHead } from './usePageHead'

export function useArticleHead({ post, site }: { post: Article, site: SiteWords }): void {
  const { siteUrl } = useRequestEvent()!.context
  const image = sharedImage(post)
  usePageHead({
    site,
    // A title written for search results stands as it was written.
    title: post.seo?.title || `${post.title} · ${site.name}`,
    description: post.seo?.description || post.excerpt,
    path: postPath(post),
    image,
    type: 'article',
    article: post,
    jsonLd: [articleJsonLd({ post, site, siteUrl, image }), breadcrumbJsonLd({ post, site, siteUrl })],
  })
}

function sharedImage({ seo, hero }: Article): string | undefined {
  const media = [seo?.image, hero].find(isPublished)
  const filename = media?.sizes?.share?.filename ?? media?.filename
  return media?.hash && filename ? mediaPath({ hash: media.hash, filename }) : undefined
}
