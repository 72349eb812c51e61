import type { Deflated } from './deflated'
import { deflated } from './deflated'

/** Returns what a page says of the change that was followed last. All pages that are composed at a time have the same. */
export function feedFragment(followed: number | undefined): Promise<FeedFragment> {
  if (!last || last.followed !== followed)
    last = { followed, fragment: deflated(followed === undefined ? '' : `; feed=${followed}`).then(part => ({ followed, part })) }
  return last.fragment
}

export interface FeedFragment {
  followed: number | undefined
  part: Deflated
}

let last: { followed: number | undefined, fragment: Promise<FeedFragment> } | undefined
