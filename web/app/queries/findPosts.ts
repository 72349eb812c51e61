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

/**
 * A page of a list of articles, newest first. How many there are is never counted: that takes longer the more there
 * are.
 */
export async function findPosts(
  cms: CmsClient,
  { page, where }: { page: number, where?: Where<Post> },
): Promise<PostList> {
  const { docs: posts } = await cms.find('posts', {
    where,
    select: { ...POST_SUMMARY, createdAt: true },
    populate: POST_SUMMARY_DRAWN,
    depth: 1,
    sort: '-publishedAt',
    limit: POSTS_A_PAGE,
    page,
    pagination: false,
  })
  // An empty list still has its first page.
  if (page > 1 && posts.length === 0)
    throw createError({ statusCode: 404 })
  return { posts, page, hasOlder: posts.length === POSTS_A_PAGE && await isFollowed(cms, posts.at(-1)!, where) }
}

/**
 * Whether an article comes after one in a list: of one date, the one that was made first. Quicker than asking for the
 * next page.
 */
async function isFollowed(
  cms: CmsClient,
  { publishedAt, createdAt }: Pick<Post, 'publishedAt' | 'createdAt'>,
  where?: Where<Post>,
): Promise<boolean> {
  const { docs } = await cms.find('posts', {
    where: {
      ...where,
      publishedAt: { less_than_equal: publishedAt! },
      or: [{ publishedAt: { less_than: publishedAt! } }, { createdAt: { less_than: createdAt } }],
    },
    select: { publishedAt: true },
    depth: 0,
    sort: '-publishedAt',
    limit: 1,
    pagination: false,
  })
  return docs.length > 0
}

const POSTS_A_PAGE = 10
