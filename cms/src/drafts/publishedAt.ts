import type { CollectionBeforeChangeHook } from 'payload'

/** Sets the date of an article to that of its first publication, unless a user has set another. */
export const publishedAt: CollectionBeforeChangeHook = ({ data }) => {
  if (data._status === 'published' && !data.publishedAt)
    data.publishedAt = new Date().toISOString()
  return data
}
