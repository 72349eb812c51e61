import type { Cells } from '@masthead/shared/cells'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

/**
 * Drops the cells of a removed column. The validation reports any other cell without a column as an error. The editor
 * still sends the cells for a while after autosave has removed the column, so columns of earlier versions count as
 * removed too.
 */
export const dropCellsOfRemovedColumns: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data?.columns || !data.rows || !originalDoc)
    return data
  const rows = data.rows as Row[]
  const orphans = orphansIn(rows, new Set(keysOf(data.columns)))
  if (orphans.length === 0)
    return data
  const removed = new Set([...keysOf(originalDoc.columns), ...await earlierKeys(originalDoc.id, req)])
  return {
    ...data,
    rows: rows.map(row => ({ ...row, cells: without(row.cells, orphans.filter(key => removed.has(key))) })),
  }
}

interface Row {
  cells?: Cells | null
}

type Columns = { key?: string | null }[] | null | undefined

function orphansIn(rows: Row[], keys: Set<string>): string[] {
  return rows.flatMap(row => Object.keys(row.cells ?? {})).filter(key => !keys.has(key))
}

async function earlierKeys(parent: string, req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.findVersions({
    collection: 'comparison-tables',
    where: { parent: { equals: parent } },
    sort: '-updatedAt',
    limit: 50,
    depth: 0,
    pagination: false,
    req,
    // A user who may change the table may know its former columns.
    overrideAccess: true,
  })
  return docs.flatMap(({ version }) => keysOf(version.columns))
}

function keysOf(columns: Columns): string[] {
  return (columns ?? []).flatMap(column => column.key ?? [])
}

function without(cells: Cells | null | undefined, keys: string[]): Cells {
  return Object.fromEntries(Object.entries(cells ?? {}).filter(([key]) => !keys.includes(key)))
}
