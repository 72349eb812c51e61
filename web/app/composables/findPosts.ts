import type { CmsClient, Where } from '@masthead/shared/client'
import type { Post } from '@masthead/shared/payload-types'
import type { PostSummary } from '../selections'
import { createError } from '#imports'
import { POST_SUMMARY, POST_SUMMARY_DRAWN } from '../selections'

export interface PostList {
  posts: PostSummary[]
  page: number
  /** Whether there are older ones, on a next page. */
  hasOlder: boolean
}

/** A page of a list of articles, newest first. How many there are is never counted: that takes longer the more there are. */
export async function findPosts(cms: CmsClient, { page, where }: { page: number, where?: Where<Post> }): Promise<PostList> {
  const list = { where, sort: '-publishedAt', pagination: false }
  const [{ docs: posts }, { docs: older }] = await Promise.all([
    cms.find('posts', { ...list, select: POST_SUMMARY, populate: POST_SUMMARY_DRAWN, depth: 1, limit: POSTS_A_PAGE, page }),
    // The first of the next page.
    cms.find('posts', { ...list, select: { publishedAt: true }, depth: 0, limit: 1, page: page * POSTS_A_PAGE + 1 }),
  ])
  // An empty list still has its first page.
  if (page > 1 && posts.length === 0)
    throw createError({ statusCode: 404 })
  return { posts, page, hasOlder: older.length > 0 }
}

const POSTS_A_PAGE = 10
