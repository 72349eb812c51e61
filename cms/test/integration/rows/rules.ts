import type { FlattenedField } from 'payload'
import type { Generator } from './Generator.ts'
import type { Data, Row } from './rowLists.ts'
import { rowsIn } from './edits.ts'
import { fieldsOf, isEmpty, isRequired, writable } from './rowLists.ts'

/** Fields whose value depends on others, by their names. */
export const RULES: Record<string, (siblings: Data, document: Data, word: () => string) => unknown> = {
  /** A link leads to a document or to an address. */
  url: ({ document }, _, word) => isEmpty(document) ? `/${word()}` : null,
  /** The values of a row of a comparison table, by the keys of its columns. */
  cells: (_, { columns }, word) =>
    Object.fromEntries((columns as Column[]).map(({ key }) => [key, { mark: 'text', text: word() }])),
}

interface Column {
  key: string
}

/** Fills in what has to be there for the CMS to publish the document. */
export function complete(data: Data, fields: FlattenedField[], generator: Generator, document = data): void {
  for (const field of writable(fields)) {
    const isTargetMissing = field.name === 'url' && isEmpty(data.document)
    if (isEmpty(data[field.name]) && (isRequired(field) || isTargetMissing))
      data[field.name] = generator.value(field, data, document)
    if (field.type === 'group' || field.type === 'tab')
      complete((data[field.name] ??= {}) as Data, field.flattenedFields, generator, document)
    if (field.type === 'array' || field.type === 'blocks')
      completeRows(rowsIn(data, field), field, generator, document)
  }
}

function completeRows(rows: Row[], field: Parameters<typeof fieldsOf>[0], generator: Generator, document: Data): void {
  while (rows.length < (field.minRows ?? 0))
    rows.push(generator.row(field, document))
  const keys = new Set<unknown>()
  for (const row of rows) {
    // Of two columns with one key, the second gets another.
    if (keys.has(row.key))
      row.key = undefined
    complete(row, fieldsOf(field, row), generator, document)
    if (row.key !== undefined)
      keys.add(row.key)
  }
}

/** Takes out the cells of columns that are not there any more, as the CMS does. */
export function dropOrphanedCells({ columns, rows }: { columns?: Column[], rows?: { cells?: object | null }[] }): void {
  const keys = new Set(columns?.map(({ key }) => key))
  for (const row of rows ?? []) {
    if (row.cells)
      row.cells = Object.fromEntries(Object.entries(row.cells).filter(([key]) => keys.has(key)))
  }
}
