import type { FlattenedField, SanitizedConfig } from 'payload'

/** The fields for a query. */
export interface FieldSource {
  config: SanitizedConfig
  fields: FlattenedField[]
}

/**
 * Returns the field at a path of a query (`title`, `version.title`, `link.url`, `sections.prose.kicker`); undefined
 * inside rich text, and if the path does not exist.
 */
export function fieldAt(path: string, { config, fields }: FieldSource): FlattenedField | undefined {
  return find(path.replaceAll('__', '.').replace(/^version\./, '').split('.'), fields, config)
}

function find(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  config: SanitizedConfig,
): FlattenedField | undefined {
  const field = fields.find(field => field.name === name)
  if (!field || rest.length === 0)
    return field
  if (field.type === 'blocks') {
    const blocks = field.blocks.filter(({ slug }) => slug === rest[0])
    return blocks.length > 0
      ? find(rest.slice(1), blocks[0]!.flattenedFields, config)
      : field.blocks.map(block => find(rest, block.flattenedFields, config)).find(Boolean)
  }
  if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string') {
    return rest[0] === 'id'
      ? field
      : find(rest, config.collections.find(({ slug }) => slug === field.relationTo)?.flattenedFields ?? [], config)
  }
  return 'flattenedFields' in field ? find(rest, field.flattenedFields, config) : undefined
}
