import type { CollectionSlug, FlattenedField, PayloadRequest, TextField } from 'payload'
import { tagOf } from '@masthead/shared/tags'
import { APIError } from 'payload'

/**
 * The tags of every document to which a document refers, including links in its texts. Each save computes them again,
 * so one indexed lookup finds the users of a card, drafts included. (On SQLite, a filter on a relationship inside
 * blocks finds only the first kind of block.)
 */
export const references: TextField = {
  name: 'references',
  type: 'text',
  hasMany: true,
  index: true,
  hidden: true,
  hooks: {
    beforeChange: [async ({ collection, data, originalDoc, req }) => {
      const tags = [...new Set(referencesIn(data, collection!.flattenedFields))]
      // An earlier version may refer to documents that were deleted since. It is restored as a draft all the same.
      if (!req.context.isRestoringVersion) {
        const known = new Set(data?._status === 'published' ? [] : originalDoc?.references as string[] | undefined)
        await refuseDangling(tags.filter(tag => !known.has(tag)), req)
      }
      return tags
    }],
  },
}

/** Yields the tags of every document to which data refer, possibly more than once. */
export function* referencesIn(data: unknown, fields: FlattenedField[]): Generator<string> {
  if (!isRow(data))
    return
  for (const field of fields) {
    const value = data[field.name]
    switch (field.type) {
      case 'relationship':
      case 'upload':
        // The owner of a document does not count as used.
        if (field.relationTo !== 'users')
          yield* [value ?? []].flat().map(reference => tagOfReference(field.relationTo, reference))
        break
      case 'group':
      case 'tab':
        yield* referencesIn(value, field.flattenedFields)
        break
      case 'array':
        for (const row of rowsOf(value))
          yield* referencesIn(row, field.flattenedFields)
        break
      case 'blocks':
        for (const row of rowsOf(value))
          yield* referencesIn(row, field.blocks.find(block => block.slug === row.blockType)?.flattenedFields ?? [])
        break
      case 'richText':
        yield* linksIn(value)
    }
  }
}

/**
 * Refuses a reference to a missing document. Of the two databases, one would accept it, and the other would fail
 * without an explanation.
 */
async function refuseDangling(tags: string[], req: PayloadRequest): Promise<void> {
  const idsByCollection = Map.groupBy(tags, tag => tag.slice(0, tag.indexOf(':')))
  for (const [collection, tagged] of idsByCollection) {
    const ids = tagged.map(tag => tag.slice(collection.length + 1))
    const found = await idsOf(collection as CollectionSlug, ids, req)
    const missing = ids.find(id => !found.has(id))
    if (missing !== undefined) {
      throw new APIError(
        `It refers to one of the ${collection} that does not exist (${missing}). Choose another, or take it out.`,
        400,
        null,
        true,
      )
    }
  }
}

/** Returns those of the ids that exist, in the trash or not. */
async function idsOf(collection: CollectionSlug, ids: string[], req: PayloadRequest): Promise<Set<string>> {
  if (!(collection in req.payload.collections))
    return new Set()
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    select: {},
    depth: 0,
    pagination: false,
    trash: true,
    req,
    // A user who has an id may know whether the document exists.
    overrideAccess: true,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

type Row = Record<string, unknown>

function* linksIn(node: unknown): Generator<string> {
  if (!isRow(node))
    return
  const link = isRow(node.fields) ? node.fields : {}
  if (link.linkType === 'internal' && isRow(link.doc))
    yield tagOf(String(link.doc.relationTo), idOf(link.doc.value))
  for (const child of [node.root ?? node.children ?? []].flat())
    yield* linksIn(child)
}

/** Returns the tag of a reference. One that may refer to several collections names its collection. */
function tagOfReference(relationTo: string | string[], reference: unknown): string {
  return typeof relationTo !== 'string' && isRow(reference)
    ? tagOf(String(reference.relationTo), idOf(reference.value))
    : tagOf(String(relationTo), idOf(reference))
}

function idOf(reference: unknown): string {
  return String(isRow(reference) ? reference.id : reference)
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}
