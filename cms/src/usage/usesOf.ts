import type { CollectionSlug, PayloadRequest } from 'payload'
import { pathOf } from '@masthead/shared/paths'
import { tagOf } from '@masthead/shared/tags'
import { MAX_COUNTED } from './formatCount.ts'

export interface Use {
  collection: CollectionSlug
  id: string
  /** In plain words: `the post “Title” (draft)`. */
  label: string
  /** The page that a document of its kind has, once it is published. */
  path?: string
}

/**
 * The documents that refer to a document, as published or in their latest draft: of each kind, no more than `MAX_COUNTED`.
 *
 * @param options.publishedOnly whether what is in drafts alone does not count
 * @param options.trash whether documents in the trash count too
 */
export async function usesOf(target: CollectionSlug, id: string, { req, publishedOnly = false, trash = false }: { req: PayloadRequest, publishedOnly?: boolean, trash?: boolean }): Promise<Use[]> {
  const uses = new Map<string, Use>()
  for (const { config } of Object.values(req.payload.collections)) {
    if (!config.flattenedFields.some(field => field.name === 'references'))
      continue
    for (const draft of config.versions && !publishedOnly ? [false, true] : [false]) {
      const { docs } = await req.payload.find({
        collection: config.slug,
        // Of what is not public, only the latest version counts: an older one may stand in the place of what is.
        where: { references: { equals: tagOf(target, id) }, ...(config.versions && !draft && { _status: { equals: 'published' } }) },
        select: { ...fieldsToTell(config) },
        draft,
        trash,
        depth: 0,
        limit: MAX_COUNTED,
        pagination: false,
        req,
        // Whether a document may go, and what readers see, must not depend on what the person who asks may see.
        overrideAccess: true,
      })
      for (const doc of docs as unknown as Record<string, unknown>[])
        uses.set(tagOf(config.slug, String(doc.id)), { collection: config.slug, id: String(doc.id), label: label(config, doc), path: pathOf(config.slug, doc) })
    }
  }
  return [...uses.values()]
}

/** What it takes to say which document it is: of many that use one, none is read whole. */
export function fieldsToTell({ admin, flattenedFields }: CollectionOf): Record<string, true> {
  const address = flattenedFields.filter(({ name }) => name === 'slug' || name === 'path')
  return { ...Object.fromEntries(address.map(({ name }) => [name, true as const])), ...(admin.useAsTitle && { [admin.useAsTitle]: true }), _status: true, deletedAt: true }
}

type CollectionOf = PayloadRequest['payload']['collections'][CollectionSlug]['config']

function label(config: CollectionOf, doc: Record<string, unknown>): string {
  const kind = String(config.labels.singular).toLowerCase()
  const state = doc.deletedAt ? ' (in the trash)' : doc._status === 'draft' ? ' (draft)' : ''
  return `the ${kind} “${String(doc[config.admin.useAsTitle ?? 'id'])}”${state}`
}
