'use client'

import { useRowLabel } from '@payloadcms/ui'
import { RowPresence } from './presence/RowPresence.tsx'

interface Props {
  fields: string[]
  kind?: string
}

/** “Deep dive · Why this fails”: says what a collapsed row is about, so that users need not open it. */
export function RowLabel({ fields, kind }: Props) {
  const { data, rowNumber } = useRowLabel<Record<string, unknown>>()
  const words = fields.map(field => data?.[field]).find(value => typeof value === 'string' && value.trim() !== '')
  const number = String((rowNumber ?? 0) + 1).padStart(2, '0')
  return (
    <span className="row-label">
      <span className="row-label__number">{number}</span>
      {kind && <span className="row-label__kind">{kind}</span>}
      {typeof words === 'string' && <span className="row-label__words">{words}</span>}
      <RowPresence row={typeof data?.id === 'string' ? data.id : undefined} />
    </span>
  )
}
