import type { FlattenedArrayField, FlattenedBlocksField, FlattenedField } from 'payload'

export type Data = Record<string, unknown>

export type Row = Data & { id?: string, blockType?: string }

/** A field that holds rows, named as `sections.hero.links`: through kinds of block, without the numbers of rows. */
export interface RowList {
  name: string
  field: FlattenedArrayField | FlattenedBlocksField
  /** The list in whose rows it is, and the kind of row that has it; undefined where the document itself has it. */
  parent?: { list: RowList, kind: string | undefined }
  /** The groups from the row (or the document) down to it. */
  groups: string[]
}

/** Every field that holds rows, at any depth. */
export function rowLists(
  fields: FlattenedField[],
  prefix = '',
  parent?: RowList['parent'],
  groups: string[] = [],
): RowList[] {
  return writable(fields).flatMap((field) => {
    const name = `${prefix}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      return rowLists(field.flattenedFields, `${name}.`, parent, [...groups, field.name])
    if (field.type !== 'array' && field.type !== 'blocks')
      return []
    const list: RowList = { name, field, parent, groups }
    const inner = field.type === 'array'
      ? rowLists(field.flattenedFields, `${name}.`, { list, kind: undefined })
      : field.blocks.flatMap(({ slug, flattenedFields }) =>
          rowLists(flattenedFields, `${name}.${slug}.`, { list, kind: slug }),
        )
    return [list, ...inner]
  })
}

/** The fields of a row: those of its kind, where it is a block. */
export function fieldsOf(field: RowList['field'], row: Row): FlattenedField[] {
  return field.type === 'array'
    ? field.flattenedFields
    : field.blocks.find(({ slug }) => slug === row.blockType)!.flattenedFields
}

/** The fields that a person fills in. */
export function writable(fields: FlattenedField[]): FlattenedField[] {
  return fields.filter(field =>
    !MADE_BY_THE_CMS.has(field.name) && !field.hidden && !isClosed(field) && field.type !== 'join',
  )
}

/** The last comes from the heading when a section is published. */
const MADE_BY_THE_CMS = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'blockName',
  'blockType',
  'anchor',
])

/** Whether not even an administrator may write it. */
function isClosed({ access }: FlattenedField): boolean {
  return access?.update?.({ req: { user: { role: 'admin' } } } as Parameters<NonNullable<typeof access.update>>[0])
    === false
}

/**
 * Whether it refers to documents, or holds several values: a relational database keeps these in tables of their own.
 */
export function isKeptApart(field: FlattenedField): boolean {
  return ('hasMany' in field && field.hasMany === true)
    || ((field.type === 'relationship' || field.type === 'upload') && Array.isArray(field.relationTo))
}

/** Whether it holds rows, or anything else that a relational database keeps apart. */
export function holdsSeveral(field: FlattenedField): boolean {
  if (field.type === 'group' || field.type === 'tab')
    return writable(field.flattenedFields).some(holdsSeveral)
  return field.type === 'array' || field.type === 'blocks' || isKeptApart(field)
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

export function isRequired(field: FlattenedField): boolean {
  return 'required' in field && field.required === true
}
