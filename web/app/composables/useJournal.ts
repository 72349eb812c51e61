import { createError } from '#imports'
import { PICTURE, POST_SUMMARY, SITE } from '../selections'
import { askCms } from './askCms'

/** A page of the list of articles, newest first. */
export async function useJournal(page: number) {
  const [site, posts] = await askCms(cms => Promise.all([
    cms.global('site', { select: SITE }),
    cms.find('posts', { select: POST_SUMMARY, populate: DRAWN, depth: 1, sort: '-publishedAt', limit: POSTS_A_PAGE, page }),
  ]))
  // An empty journal still has its first page.
  if (page > Math.max(1, posts.totalPages))
    throw createError({ statusCode: 404 })
  return { site, posts: posts.docs, totalPages: posts.totalPages }
}

const POSTS_A_PAGE = 10

const DRAWN = {
  authors: { name: true },
  categories: { title: true, slug: true },
  media: PICTURE,
} as const
