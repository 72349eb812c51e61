import { createError, useRequestEvent } from '#imports'
import { PICTURE, POST_SUMMARY, SITE } from '../selections'

/** A page of the list of articles, newest first. */
export async function useJournal(page: number) {
  const { cms } = useRequestEvent()!.context
  const [site, posts] = await Promise.all([
    cms.global('site', { select: SITE }),
    cms.find('posts', {
      select: POST_SUMMARY,
      populate: {
        authors: { name: true },
        categories: { title: true, slug: true },
        media: PICTURE,
      },
      depth: 1,
      sort: '-publishedAt',
      limit: POSTS_A_PAGE,
      page,
    }),
  ])
  // An empty journal still has its first page.
  if (page > Math.max(1, posts.totalPages))
    throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return { site, posts: posts.docs, totalPages: posts.totalPages }
}

const POSTS_A_PAGE = 10
