import type { FeedFollower } from '../changes/FeedFollower'
import type { PageCache } from '../page-cache/PageCache'
import type { Freshness } from './sendPage'

/**
 * Returns for how long the site instance has been cut off from the feed, if it is: it cannot know whether pages have
 * changed since.
 */
export function freshnessOf(follower: FeedFollower, { lastContactAt }: PageCache): Freshness {
  return follower.isCutOff && lastContactAt !== undefined ? { age: secondsSince(lastContactAt) } : FRESH
}

/** @param time milliseconds since 1970 */
export function secondsSince(time: number): number {
  return Math.max(0, Math.round((Date.now() - time) / 1000))
}

const FRESH: Freshness = {}
