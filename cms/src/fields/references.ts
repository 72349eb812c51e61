import type { FlattenedField, TextField } from 'payload'
import { tagOf } from '@masthead/shared/tags'

/**
 * The tags of all documents that a document refers to, links in its texts included, made anew with each save: what
 * uses a card is one indexed look-up, in drafts too. (A filter on a relationship inside blocks misses all but the
 * first kind of block on SQLite.)
 */
export const references: TextField = {
  name: 'references',
  type: 'text',
  hasMany: true,
  index: true,
  hidden: true,
  hooks: {
    beforeChange: [({ collection, data }) => [...new Set(referencesIn(data, collection!.flattenedFields))]],
  },
}

type Row = Record<string, unknown>

function* referencesIn(data: unknown, fields: FlattenedField[]): Generator<string> {
  if (!isRow(data))
    return
  for (const field of fields) {
    const value = data[field.name]
    switch (field.type) {
      case 'relationship':
      case 'upload':
        // Who began a document is a note, not a use of it.
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

function* linksIn(node: unknown): Generator<string> {
  if (!isRow(node))
    return
  const link = isRow(node.fields) ? node.fields : {}
  if (link.linkType === 'internal' && isRow(link.doc))
    yield tagOf(String(link.doc.relationTo), idOf(link.doc.value))
  for (const child of [node.root ?? node.children ?? []].flat())
    yield* linksIn(child)
}

/** A reference to one of several collections says to which. */
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
