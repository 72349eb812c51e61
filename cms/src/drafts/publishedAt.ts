import type { CollectionBeforeChangeHook } from 'payload'

/** The date of an article is that of its first publication, unless somebody set another. */
export const publishedAt: CollectionBeforeChangeHook = ({ data }) => {
  if (data._status === 'published' && !data.publishedAt)
    data.publishedAt = new Date().toISOString()
  return data
}
