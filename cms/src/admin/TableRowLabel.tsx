'use client'

import type { Cells, Mark } from '@masthead/shared/cells'
import { useFormFields, useRowLabel } from '@payloadcms/ui'
import { RowPresence } from './presence/RowPresence.tsx'

/** A collapsed row of a table, readable as such: “Commercial use  ✓ ✗ On request”. */
export function TableRowLabel() {
  const { data, rowNumber } = useRowLabel<{ id?: string, criterion?: string, cells?: Cells }>()
  const keys = useFormFields(([fields]) =>
    Array.from({ length: fields.columns?.rows?.length ?? 0 }, (_, index) => String(fields[`columns.${index}.key`]?.value)).join('\n'))
  return (
    <span className="row-label">
      <span className="row-label__number">{String((rowNumber ?? 0) + 1).padStart(2, '0')}</span>
      <span className="row-label__kind">{data?.criterion}</span>
      {keys.split('\n').map((key) => {
        const cell = data?.cells?.[key]
        return <span key={key} className="row-label__cell">{cell ? cell.mark === 'text' ? cell.text : SIGNS[cell.mark] : '·'}</span>
      })}
      <RowPresence row={data?.id} />
    </span>
  )
}

const SIGNS: Record<Exclude<Mark, 'text'>, string> = { yes: '✓', no: '✗', partly: '~' }
