'use client'

import type { DefaultCellComponentProps } from 'payload'

/** One value of an audit entry in the list. A dash stands for a value that is absent or was erased. */
export function EntryCell({ cellData, field, rowData }: DefaultCellComponentProps) {
  if (cellData === null || cellData === undefined)
    return <span aria-label="not recorded">–</span>
  const option = 'options' in field && Array.isArray(field.options) ? field.options.find(option => typeof option === 'object' && option.value === cellData) : undefined
  const times = 'name' in field && field.name === 'event' && Number(rowData?.count) > 1 ? `, ${rowData.count} times` : ''
  return <span className="entry-cell">{`${typeof option === 'object' ? String(option.label) : String(cellData)}${times}`}</span>
}
