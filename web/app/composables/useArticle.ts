import { createError, useRequestEvent } from '#imports'
import { isPublished } from '@masthead/shared/types'
import { ARTICLE, PICTURE, POST_SUMMARY, SITE } from '../selections'

/** A published article with all that it shows, in one question to the CMS; the words of the site beside it. */
export async function useArticle(slug: string) {
  const { cms } = useRequestEvent()!.context
  const [site, post] = await Promise.all([
    cms.global('site', { select: SITE }),
    cms.findOne('posts', {
      where: { slug: { equals: slug } },
      select: ARTICLE,
      populate: {
        'authors': { name: true, jobTitle: true, photo: true },
        'categories': { title: true, slug: true },
        'comparison-tables': { title: true, description: true, criterionLabel: true, columns: true, rows: true },
        'media': { ...PICTURE, sizes: { ...PICTURE.sizes, share: PICTURE.sizes.w480webp } },
        'posts': POST_SUMMARY,
        'takeaway-cards': { title: true, body: true, points: true, stats: true },
      },
      depth: 2,
    }),
  ])
  if (!post)
    throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return { site, post, related: (post.related ?? []).filter(isPublished) }
}
