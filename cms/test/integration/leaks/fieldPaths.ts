import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** The paths of all fields of a collection, as a filter names them; through references into other documents too. */
export function fieldPaths(
  collection: SanitizedCollectionConfig,
  all: SanitizedCollectionConfig[],
  hops: number,
): string[] {
  return [
    ...new Set([
      'id',
      '_status',
      'createdAt',
      'updatedAt',
      'deletedAt',
      ...pathsOf(collection.flattenedFields, all, hops),
    ]),
  ]
}

function pathsOf(fields: FlattenedField[], all: SanitizedCollectionConfig[], hops: number): string[] {
  return fields.flatMap((field) => {
    const inner = innerPaths(field, all, hops)
    return [field.name, ...inner.map(path => `${field.name}.${path}`)]
  })
}

function innerPaths(field: FlattenedField, all: SanitizedCollectionConfig[], hops: number): string[] {
  if (field.type === 'blocks')
    return field.blocks.flatMap(({ flattenedFields }) => pathsOf(flattenedFields, all, hops))
  if (field.type === 'relationship' || field.type === 'upload') {
    return hops === 0
      ? []
      : [field.relationTo].flat().flatMap(slug =>
          fieldPaths(all.find(collection => collection.slug === slug)!, all, hops - 1),
        )
  }
  return 'flattenedFields' in field ? pathsOf(field.flattenedFields, all, hops) : []
}
