import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

export interface Use {
  collection: CollectionSlug
  id: number | string
  /** In plain words: `the post “Title” (draft)`. */
  label: string
}

/**
 * The documents that refer to a document, as published or in their latest draft.
 *
 * @param options.trash whether documents in the trash count too
 */
export async function usesOf(target: CollectionSlug, id: number | string, { req, trash }: { req: PayloadRequest, trash: boolean }): Promise<Use[]> {
  const uses = new Map<string, Use>()
  for (const { config } of Object.values(req.payload.collections)) {
    const paths = pathsTo(target, config.flattenedFields)
    if (paths.length === 0)
      continue
    for (const draft of config.versions ? [false, true] : [false]) {
      const { docs } = await req.payload.find({
        collection: config.slug,
        where: { or: paths.map(path => ({ [path]: { equals: id } })) },
        draft,
        trash,
        depth: 0,
        pagination: false,
        req,
        // Whether a document may go must not depend on what the person who throws it away may see.
        overrideAccess: true,
      })
      for (const doc of docs as unknown as Record<string, unknown>[])
        uses.set(`${config.slug}/${String(doc.id)}`, { collection: config.slug, id: doc.id as number | string, label: label(config, doc) })
    }
  }
  return [...uses.values()]
}

type Config = PayloadRequest['payload']['collections'][CollectionSlug]['config']

function label(config: Config, doc: Record<string, unknown>): string {
  const kind = String(config.labels.singular).toLowerCase()
  const state = doc.deletedAt ? ' (in the trash)' : doc._status === 'draft' ? ' (draft)' : ''
  return `the ${kind} “${String(doc[config.admin.useAsTitle ?? 'id'] ?? doc.id)}”${state}`
}

/** Where in a document of these fields a relationship or upload to the target can stand. */
function pathsTo(target: CollectionSlug, fields: FlattenedField[], prefix = ''): string[] {
  const paths = fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    switch (field.type) {
      case 'relationship':
      case 'upload':
        // Who began a document is a note, not a use of it.
        return field.name !== 'owner' && [field.relationTo].flat().includes(target) ? [path] : []
      case 'group':
      case 'tab':
      case 'array':
        return pathsTo(target, field.flattenedFields, `${path}.`)
      case 'blocks':
        return field.blocks.flatMap(block => pathsTo(target, 'flattenedFields' in block ? block.flattenedFields as FlattenedField[] : [], `${path}.`))
      default:
        return []
    }
  })
  return [...new Set(paths)]
}
