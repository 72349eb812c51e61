import type { CmsClient } from '@masthead/shared/client'
import type { Collections } from '@masthead/shared/types'
import type { CtaContent } from '../selections'
import { CTA, LINKED } from '../selections'

/** Returns the calls to action for a placement, the weightiest first; of equal weight, the oldest first. */
export async function fetchCtas(
  cms: CmsClient,
  placement: Collections['ctas']['placements'][number],
): Promise<CtaContent[]> {
  const { docs } = await cms.find('ctas', {
    where: { placements: { equals: placement } },
    select: CTA,
    populate: LINKED,
    depth: 1,
    // Not by their text: an edit of one that is not shown would change every page.
    sort: '-weight,createdAt',
    limit: 24,
    pagination: false,
  })
  return docs
}
