import type { CollectionSlug, PayloadRequest } from 'payload'
import { pathOf } from '@masthead/shared/paths'
import { tagOf } from '@masthead/shared/tags'
import { MAX_COUNTED } from './formatCount.ts'

export interface Use {
  collection: CollectionSlug
  id: string
  /** The name in plain words: `the post “Title” (draft)`. */
  label: string
  /** The page that a document of this kind has once it is published. */
  path?: string
}

/**
 * Returns the documents that refer to a document, as published or in their latest draft, at most `MAX_COUNTED` of each
 * kind.
 *
 * @param options.publishedOnly whether to ignore references that only drafts have
 * @param options.trash whether to include documents in the trash
 */
export async function usesOf(
  target: CollectionSlug,
  id: string,
  { req, publishedOnly = false, trash = false }: { req: PayloadRequest, publishedOnly?: boolean, trash?: boolean },
): Promise<Use[]> {
  const uses = new Map<string, Use>()
  for (const { config } of Object.values(req.payload.collections)) {
    if (!config.flattenedFields.some(field => field.name === 'references'))
      continue
    for (const draft of config.versions && !publishedOnly ? [false, true] : [false]) {
      const { docs } = await req.payload.find({
        collection: config.slug,
        // An unpublished document counts only by its latest version: its main row may hold an older one.
        where: {
          references: { equals: tagOf(target, id) },
          ...(config.versions && !draft && { _status: { equals: 'published' } }),
        },
        select: { ...fieldsToTell(config) },
        draft,
        trash,
        depth: 0,
        limit: MAX_COUNTED,
        pagination: false,
        req,
        // Every use counts: whether a document may be deleted, and what readers see, does not depend on the user's
        // rights.
        overrideAccess: true,
      })
      for (const doc of docs as unknown as Record<string, unknown>[]) {
        uses.set(tagOf(config.slug, String(doc.id)), {
          collection: config.slug,
          id: String(doc.id),
          label: label(config, doc),
          path: pathOf(config.slug, doc),
        })
      }
    }
  }
  return [...uses.values()]
}

/** Returns the fields that identify a document for the user, so that no document is read as a whole. */
export function fieldsToTell({ admin, flattenedFields }: CollectionOf): Record<string, true> {
  const address = flattenedFields.filter(({ name }) => name === 'slug' || name === 'path')
  return {
    ...Object.fromEntries(address.map(({ name }) => [name, true as const])),
    ...(admin.useAsTitle && { [admin.useAsTitle]: true }),
    _status: true,
    deletedAt: true,
  }
}

type CollectionOf = PayloadRequest['payload']['collections'][CollectionSlug]['config']

function label(config: CollectionOf, doc: Record<string, unknown>): string {
  const kind = String(config.labels.singular).toLowerCase()
  const state = doc.deletedAt ? ' (in the trash)' : doc._status === 'draft' ? ' (draft)' : ''
  return `the ${kind} “${String(doc[config.admin.useAsTitle ?? 'id'])}”${state}`
}
