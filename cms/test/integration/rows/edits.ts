import type { FlattenedField } from 'payload'
import type { Generator } from './Generator.ts'
import type { Data, Row, RowList } from './rowLists.ts'
import { emptyValue } from './Generator.ts'
import { fieldsOf, isEmpty, isKeptApart, writable } from './rowLists.ts'

export interface Site {
  list: RowList
  rows: Row[]
  document: Data
  generator: Generator
}

/** What a person does to the rows of one list, by what it is called. */
export const EDITS: Record<string, (site: Site) => void> = {
  'add a row': site => insert(site, newRow(site)),
  'add a row without references': site => insert(site, bare(newRow(site), site.list)),
  'remove a row': ({ generator, rows }) => void rows.splice(generator.below(rows.length), 1),
  'move a row': ({ generator, rows }) => {
    const moved = rows.splice(generator.below(rows.length), 1)
    rows.splice(generator.below(rows.length + 1), 0, ...moved)
  },
  'reverse the rows': ({ rows }) => void rows.reverse(),
  'duplicate a row': (site) => {
    const original = site.generator.one(site.rows)
    insert(site, withoutIds(original, site.list.field), site.rows.indexOf(original) + 1)
  },
  'put another row in its place': (site) => {
    site.rows[site.generator.below(site.rows.length)] = newRow(site)
  },
  'write a row anew': (site) => {
    const row = site.generator.one(site.rows)
    Object.assign(row, newRow(site, row.blockType), { id: row.id })
  },
  'empty the references of a row': (site) => {
    const row = site.generator.one(site.rows)
    Object.assign(row, bare(row, site.list))
  },
  'empty the references of all rows': ({ list, rows }) => {
    rows.forEach(row => Object.assign(row, bare(row, list)))
  },
  'remove all rows': ({ rows }) => void rows.splice(0),
}

/** The rows of a list, in each row (or document) that has it. */
function holdersOf(list: RowList, document: Data): Data[] {
  const owners = list.parent
    ? holdersOf(list.parent.list, document)
        .flatMap(holder => rowsIn(holder, list.parent!.list.field))
        .filter(({ blockType }) => blockType === list.parent!.kind)
    : [document]
  return owners.map(owner => list.groups.reduce<Data>((outer, group) => (outer[group] ??= {}) as Data, owner))
}

export function rowsIn(holder: Data, { name }: { name: string }): Row[] {
  return (holder[name] ??= []) as Row[]
}

/** A list of that name in the document, with at least two rows in it: they are added where they are missing. */
export function siteOf(list: RowList, document: Data, generator: Generator): Site {
  if (list.parent && holdersOf(list, document).length === 0) {
    const outer = siteOf(list.parent.list, document, generator)
    insert(outer, newRow(outer, list.parent.kind))
  }
  const rows = rowsIn(generator.one(holdersOf(list, document)), list.field)
  const site = { list, rows, document, generator }
  while (rows.length < Math.min(2, list.field.maxRows ?? 2))
    insert(site, newRow(site))
  return site
}

/** A copy without references and whatever else holds several values, at any depth. */
function withoutReferences<Outer extends Data>(outer: Outer, fields: FlattenedField[]): Outer {
  const copy: Data = mapRows(outer, fields, (row, field) => withoutReferences(row, fieldsOf(field, row)))
  for (const field of writable(fields)) {
    if (isKeptApart(field) || field.type === 'relationship' || field.type === 'upload')
      copy[field.name] = emptyValue(field)
    else if ((field.type === 'group' || field.type === 'tab') && !isEmpty(copy[field.name]))
      copy[field.name] = withoutReferences(copy[field.name] as Data, field.flattenedFields)
  }
  return copy as Outer
}

/** A copy of a row, and of those in it, as new ones. */
export function withoutIds(row: Row, field: RowList['field']): Row {
  const { id, ...copy } = mapRows(row, fieldsOf(field, row), withoutIds)
  return copy
}

/** A deep copy in which each inner row is what `change` makes of it. */
export function mapRows<Outer extends Data>(outer: Outer, fields: FlattenedField[], change: (row: Row, field: RowList['field']) => Row): Outer {
  const copy: Data = structuredClone(outer)
  for (const field of writable(fields)) {
    const value = copy[field.name]
    if ((field.type === 'array' || field.type === 'blocks') && Array.isArray(value))
      copy[field.name] = (value as Row[]).map(row => change(row, field))
    else if ((field.type === 'group' || field.type === 'tab') && !isEmpty(value))
      copy[field.name] = mapRows(value as Data, field.flattenedFields, change)
  }
  return copy as Outer
}

function bare(row: Row, { field }: RowList): Row {
  return withoutReferences(row, fieldsOf(field, row))
}

function newRow({ document, generator, list }: Site, kind?: string): Row {
  return generator.row(list.field, document, kind)
}

/** Where there is no room, it takes the place of another. */
function insert({ generator, list, rows }: Site, row: Row, index = generator.below(rows.length + 1)): void {
  const isFull = rows.length >= Math.min(list.field.maxRows ?? MAX_ROWS, MAX_ROWS)
  rows.splice(Math.min(index, rows.length - Number(isFull)), Number(isFull), row)
}

/** Enough for rows to meet each other, and quick to save. */
const MAX_ROWS = 8
