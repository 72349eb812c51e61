import type { Deflated } from './deflated'
import { deflated } from './deflated'

/**
 * Returns the part of a page that names the last change that was followed. Pages that are composed together share it.
 */
export function feedFragment(followed: number | undefined): Promise<FeedFragment> {
  if (!last || last.followed !== followed) {
    last = {
      followed,
      fragment: deflated(followed === undefined ? '' : `; feed=${followed}`).then(part => ({ followed, part })),
    }
  }
  return last.fragment
}

export interface FeedFragment {
  followed: number | undefined
  part: Deflated
}

let last: { followed: number | undefined, fragment: Promise<FeedFragment> } | undefined
