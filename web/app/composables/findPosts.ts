import type { CmsClient, Where } from '@masthead/shared/client'
import type { Post } from '@masthead/shared/payload-types'
import type { PostSummary } from '../selections'
import { createError } from '#imports'
import { POST_SUMMARY, POST_SUMMARY_DRAWN } from '../selections'

export interface PostList {
  posts: PostSummary[]
  page: number
  totalPages: number
}

/** A page of a list of articles, newest first. */
export async function findPosts(cms: CmsClient, { page, where }: { page: number, where?: Where<Post> }): Promise<PostList> {
  const { docs, totalPages } = await cms.find('posts', {
    where,
    select: POST_SUMMARY,
    populate: POST_SUMMARY_DRAWN,
    depth: 1,
    sort: '-publishedAt',
    limit: POSTS_A_PAGE,
    page,
  })
  // An empty list still has its first page.
  if (page > Math.max(1, totalPages))
    throw createError({ statusCode: 404 })
  return { posts: docs, page, totalPages }
}

const POSTS_A_PAGE = 10
