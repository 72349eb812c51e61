import type { AuthorContent, SiteContent } from '../selections'
import { authorPath } from '@masthead/shared/paths'
import { useRequestEvent } from '#imports'
import { profileJsonLd } from '../jsonLd'
import { sharedImage } from '../sharedImage'
import { usePageHead } from './usePageHead'

export function useAuthorHead(
  { author, site, page }: { author: AuthorContent, site: SiteContent, page: number },
): void {
  const { siteUrl } = useRequestEvent()!.context
  const image = sharedImage([author.photo])
  usePageHead({
    site,
    title: `${author.name}${page > 1 ? `, page ${page}` : ''} · ${site.name}`,
    description: author.bio
      || `Articles by ${[author.name, author.jobTitle].filter(Boolean).join(', ')}, from ${site.name}.`,
    path: authorPath(author, page),
    revision: { collection: 'authors', id: author.id, updatedAt: author.updatedAt },
    image,
    jsonLd: [profileJsonLd({ author, siteUrl, image })],
  })
}
