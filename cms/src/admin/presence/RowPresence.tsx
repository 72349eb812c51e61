'use client'

import { useSyncExternalStore } from 'react'
import { Initials } from './Initials.tsx'
import { othersInRows } from './othersInRows.ts'

/** Shows the initials of those who are in a row, in its header. */
export function RowPresence({ row }: { row: string | undefined }) {
  const forms = useSyncExternalStore(othersInRows.subscribe, () => othersInRows.in(row), () => othersInRows.in(undefined))
  return forms.length > 0 && (
    <span className="row-presence">
      {forms.map(({ tab, name }) => <Initials key={tab} name={name} title={`${name} is here`} />)}
    </span>
  )
}
