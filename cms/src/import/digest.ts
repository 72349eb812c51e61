import { createHash } from 'node:crypto'

/**
 * Returns a digest of a document's content: the same for the content of a file and for the stored document made from
 * it.
 *
 * @param fields the names of the fields that count
 */
export function digest(document: object, fields: string[]): string {
  const content = fields.map(field => [field, essence((document as Record<string, unknown>)[field])])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/**
 * Returns a value without the ids and anchors of rows, the editor's own notes, and the many forms of an empty value.
 */
function essence(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 0 ? value.map(essence) : undefined
  if (typeof value !== 'object' || value === null)
    return value || undefined
  const entries = Object.entries(value)
    // A column of a table may have such a name too, but its cells are objects.
    .filter(([key, inner]) => typeof inner === 'object' || !INCIDENTAL.has(key))
    .map(([key, inner]) => [key, essence(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

const INCIDENTAL = new Set(['id', 'anchor', 'blockName', 'direction', 'textFormat', 'textStyle'])
