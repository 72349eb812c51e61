import type { Collections } from '@masthead/shared/types'

/** Whether readers see what is in a collection. A new collection does not compile until it is said here. */
export const SEEN: Record<string, boolean | undefined> = {
  'authors': true,
  'categories': true,
  'comparison-tables': true,
  'ctas': true,
  'enquiries': false,
  'feed': false,
  'media': true,
  'pages': true,
  'posts': true,
  'redirects': true,
  'services': true,
  'takeaway-cards': true,
  'users': false,
  'webs': false,
} satisfies Record<keyof Collections, boolean>
