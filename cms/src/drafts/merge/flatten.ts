import type { RowRef } from './RowRef.ts'

/** The fields of a document by their paths, with the ids of rows in place of their positions (see `rowPath`). */
export interface FlatDocument {
  /** The fields that are merged as a whole: a rich text, a table cell and a list of references are one field each. */
  values: Map<string, unknown>
  /** The lists of rows, outer lists first. */
  lists: Map<string, RowRef[]>
}

/** Returns the fields of a document, without those that the CMS sets with every save. */
export function flatten(data: unknown): FlatDocument {
  const flat: FlatDocument = { values: new Map(), lists: new Map() }
  if (isGroup(data))
    addGroup(flat, '', data)
  return flat
}

function addGroup(flat: FlatDocument, path: string, group: object): void {
  for (const [name, value] of Object.entries(group)) {
    if (!(path === '' ? SET_BY_CMS : SET_IN_ROWS).has(name))
      add(flat, path === '' ? name : `${path}.${name}`, value)
  }
}

function add(flat: FlatDocument, path: string, value: unknown): void {
  if (isRows(value)) {
    flat.lists.set(path, value.map(rowRef))
    for (const row of value)
      addGroup(flat, `${path}[${row.id}]`, row)
  }
  else if (isGroup(value)) {
    addGroup(flat, path, value)
  }
  else {
    flat.values.set(path, value)
  }
}

const SET_BY_CMS = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt', '_status'])
const SET_IN_ROWS = new Set(['id', 'blockType'])

/** Whether a value is a list of rows. An empty list is a value, because nothing tells what it would list. */
function isRows(value: unknown): value is RowRef[] {
  return Array.isArray(value) && value.length > 0
    && value.every(row => typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string')
}

/** Whether a value holds fields of its own. A rich text, a reference with its collection, and a table cell do not. */
function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && !('root' in value) && !('relationTo' in value) && !('mark' in value)
}

function rowRef({ id, blockType }: RowRef): RowRef {
  return blockType ? { id, blockType } : { id }
}
