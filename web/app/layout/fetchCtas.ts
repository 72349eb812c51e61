import type { CmsClient } from '@masthead/shared/client'
import type { Collections } from '@masthead/shared/types'
import type { CtaContent } from '../selections'
import { CTA, LINKED } from '../selections'

/** Asks for the calls to action of one place, the weightiest first; of equal weight, the oldest. */
export async function fetchCtas(cms: CmsClient, placement: Collections['ctas']['placements'][number]): Promise<CtaContent[]> {
  const { docs } = await cms.find('ctas', {
    where: { placements: { equals: placement } },
    select: CTA,
    populate: LINKED,
    depth: 1,
    // Not by what they say: then other words of one that is not shown would be a change of every page.
    sort: '-weight,createdAt',
    limit: 24,
    pagination: false,
  })
  return docs
}
