import type { Article, SiteContent } from '../selections'
import { postPath } from '@masthead/shared/paths'
import { useRequestEvent } from '#imports'
import { articleTrail } from '../crumbs'
import { articleJsonLd, breadcrumbJsonLd } from '../jsonLd'
import { sharedImage } from '../sharedImage'
import { usePageHead } from './usePageHead'

export function useArticleHead({ post, site }: { post: Article, site: SiteContent }): void {
  const { siteUrl } = useRequestEvent()!.context
  const image = sharedImage([post.seo?.image, post.hero])
  usePageHead({
    site,
    // A title written for search results stands as it was written.
    title: post.seo?.title || `${post.title} · ${site.name}`,
    description: post.seo?.description || post.excerpt,
    path: postPath(post),
    revision: { collection: 'posts', id: post.id, updatedAt: post.updatedAt },
    image,
    type: 'article',
    article: post,
    jsonLd: [
      articleJsonLd({ post, site, siteUrl, image }),
      breadcrumbJsonLd([...articleTrail(post, site), { name: post.title, path: postPath(post) }], siteUrl),
    ],
  })
}
