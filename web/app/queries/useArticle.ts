import type { CmsClient } from '@masthead/shared/client'
import type { Article, EnquiryContent, PostSummary } from '../selections'
import { slugify } from '@masthead/shared/slugify'
import { isPublished } from '@masthead/shared/types'
import { createError } from '#imports'
import { ARTICLE, ENQUIRY, POST_SUMMARY, POST_SUMMARY_DRAWN, SECTIONS_RESOLVED } from '../selections'
import { fetchPage } from './fetchPage'
import { findPostsById } from './findPostsById'

/** A published article with all that it shows, and what to read next. */
export function useArticle(slug: string) {
  return fetchPage(async (cms) => {
    // The CMS is not troubled with what no slug can be.
    const post = slugify(slug) === slug
      ? await cms.findOne('posts', {
          where: { slug: { equals: slug } },
          select: ARTICLE,
          populate: SECTIONS_RESOLVED,
          depth: 2,
        })
      : undefined
    if (!post)
      throw createError({ statusCode: 404 })
    const [related, enquiry] = await Promise.all([findRelated(cms, post), findEnquiry(cms)])
    return { post, related, enquiry }
  })
}

/** The words around the enquiry form, where it stands at the end of articles. */
async function findEnquiry(cms: CmsClient): Promise<EnquiryContent | undefined> {
  const { onArticles } = await cms.global('enquiry-section', { select: { onArticles: true } })
  return onArticles ? cms.global('enquiry-section', { select: ENQUIRY }) : undefined
}

/** Those that the writer chose, filled up with the next older ones of the same category. */
async function findRelated(cms: CmsClient, { id, category, publishedAt, related }: Article): Promise<PostSummary[]> {
  const chosen = await findPostsById(cms, related ?? [])
  const missing = RELATED - chosen.length
  if (missing <= 0 || !isPublished(category) || !publishedAt)
    return chosen
  const { docs } = await cms.find('posts', {
    // Only older ones: a new article then changes none of the pages of those before it.
    where: {
      category: { equals: category.id },
      publishedAt: { less_than: publishedAt },
      id: { not_in: [id, ...chosen.map(({ id }) => id)] },
    },
    select: POST_SUMMARY,
    populate: POST_SUMMARY_DRAWN,
    depth: 1,
    sort: '-publishedAt',
    limit: missing,
    pagination: false,
  })
  return [...chosen, ...docs]
}

const RELATED = 3
