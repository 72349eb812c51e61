import type { CmsClient } from '@masthead/shared/client'
import type { Post } from '@masthead/shared/payload-types'
import type { PostSummary } from '../selections'
import { isPublished } from '@masthead/shared/types'
import { POST_SUMMARY, POST_SUMMARY_DRAWN } from '../selections'

/**
 * Returns the public ones of some posts that a document refers to, in its order. It asks for all of them, public or
 * not, so that the question stays the same when one is unpublished.
 */
export async function findPostsById(cms: CmsClient, references: readonly (Post | string)[]): Promise<PostSummary[]> {
  if (references.length === 0)
    return []
  const ids = references.map(reference => isPublished(reference) ? reference.id : reference)
  const { docs } = await cms.find('posts', {
    where: { id: { in: ids } },
    select: POST_SUMMARY,
    populate: POST_SUMMARY_DRAWN,
    depth: 1,
    limit: ids.length,
    pagination: false,
  })
  return ids.flatMap(id => docs.find(doc => doc.id === id) ?? [])
}
