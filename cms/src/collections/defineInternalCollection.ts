import type { CollectionConfig, CollectionSlug } from 'payload'
import { noOne } from '../access.ts'

/** Defines a collection that only the CMS reads and writes: it has no routes, no screens and no locks. */
export function defineInternalCollection<Slug extends CollectionSlug>(
  collection: Definition<Slug>,
): CollectionConfig<Slug> {
  return {
    ...collection,
    access: { read: noOne, create: noOne, update: noOne, delete: noOne },
    admin: { hidden: true },
    endpoints: false,
    lockDocuments: false,
  }
}

type Definition<Slug extends CollectionSlug> = Pick<CollectionConfig<Slug>, 'fields' | 'labels' | 'slug' | 'timestamps'>
