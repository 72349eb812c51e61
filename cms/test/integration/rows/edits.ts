import type { FlattenedField } from 'payload'
import type { Generator } from './Generator.ts'
import type { Data, Row, RowList } from './rowLists.ts'
import { emptyValue } from './Generator.ts'
import { fieldsOf, isEmpty, isKeptApart, writable } from './rowLists.ts'

/** Rows of one list that are to be edited. */
export interface Target {
  list: RowList
  rows: Row[]
  document: Data
  generator: Generator
}

/** What a person does to the rows of one list, by what it is called. */
export const EDITS: Record<string, (target: Target) => void> = {
  'add a row': target => insert(target, newRow(target)),
  'add a row without references': target => insert(target, bare(newRow(target), target.list)),
  'remove a row': ({ generator, rows }) => void rows.splice(generator.below(rows.length), 1),
  'move a row': ({ generator, rows }) => {
    const moved = rows.splice(generator.below(rows.length), 1)
    rows.splice(generator.below(rows.length + 1), 0, ...moved)
  },
  'reverse the rows': ({ rows }) => void rows.reverse(),
  'duplicate a row': (target) => {
    const original = target.generator.one(target.rows)
    insert(target, withoutIds(original, target.list.field), target.rows.indexOf(original) + 1)
  },
  'put another row in its place': (target) => {
    target.rows[target.generator.below(target.rows.length)] = newRow(target)
  },
  'write a row anew': (target) => {
    const row = target.generator.one(target.rows)
    Object.assign(row, newRow(target, row.blockType), { id: row.id })
  },
  'empty the references of a row': (target) => {
    const row = target.generator.one(target.rows)
    Object.assign(row, bare(row, target.list))
  },
  'empty the references of all rows': ({ list, rows }) => {
    rows.forEach(row => Object.assign(row, bare(row, list)))
  },
  'remove all rows': ({ rows }) => void rows.splice(0),
}

/** Puts as many new rows as there may be in the place of all, in each list of that name. */
export function refill(
  list: RowList,
  document: Data,
  generator: Generator,
  { kind, isBare }: { kind: string | undefined, isBare: boolean },
): void {
  targetOf(list, document, generator)
  for (const holder of holdersOf(list, document)) {
    const rows = Array.from({ length: maxRowsOf(list) }, () => generator.row(list.field, document, kind))
    holder[list.field.name] = isBare ? rows.map(row => bare(row, list)) : rows
  }
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
export function targetOf(list: RowList, document: Data, generator: Generator): Target {
  if (list.parent && holdersOf(list, document).length === 0) {
    const outer = targetOf(list.parent.list, document, generator)
    insert(outer, newRow(outer, list.parent.kind))
  }
  const rows = rowsIn(generator.one(holdersOf(list, document)), list.field)
  const target = { list, rows, document, generator }
  while (rows.length < Math.min(2, maxRowsOf(list)))
    insert(target, newRow(target))
  return target
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
export function mapRows<Outer extends Data>(
  outer: Outer,
  fields: FlattenedField[],
  change: (row: Row, field: RowList['field']) => Row,
): Outer {
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

function newRow({ document, generator, list }: Target, kind?: string): Row {
  return generator.row(list.field, document, kind)
}

/** Where there is no room, it takes the place of another. */
function insert({ generator, list, rows }: Target, row: Row, index = generator.below(rows.length + 1)): void {
  const isFull = rows.length >= maxRowsOf(list)
  rows.splice(Math.min(index, rows.length - Number(isFull)), Number(isFull), row)
}

/** Enough for rows to meet each other, and quick to save. */
function maxRowsOf({ field }: RowList): number {
  return Math.min(field.maxRows ?? 5, 5)
}
