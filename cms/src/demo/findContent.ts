import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { factsOf } from '../collections/defineCollection.ts'

/**
 * Returns in words what people have made in the database, or undefined if that is nothing: the first administrator
 * does not count, nor do the collections that the CMS writes by itself, of which the audit log records nothing.
 */
export async function findContent(payload: Payload): Promise<string | undefined> {
  const { collections, globals } = payload.config
  for (const { slug, labels } of collections.filter(collection => factsOf(collection).audited)) {
    const { totalDocs } = await payload.count({ collection: slug as CollectionSlug, trash: true })
    if (totalDocs > (slug === 'users' ? 1 : 0))
      return String(labels.plural).toLowerCase()
  }
  for (const { slug, label } of globals) {
    // An object without a date has its default values only.
    const { createdAt } = await payload.findGlobal({ slug: slug as GlobalSlug, depth: 0 })
    if (createdAt)
      return `the global “${String(label)}”`
  }
  return undefined
}
