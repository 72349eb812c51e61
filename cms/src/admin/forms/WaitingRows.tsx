'use client'

import { useAllFormFields, useForm } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { connection } from '../requests/carryRequests.ts'

/** Explains in a newly added row why it is grey: the CMS cannot be reached to say which fields the row has. */
export function WaitingRows() {
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost, connection.isLost)
  return isLost ? <Rows /> : null
}

function Rows() {
  const { formRef } = useForm()
  const [state] = useAllFormFields()
  const waiting = Object.entries(state).flatMap(([path, { rows = [] }]) =>
    rows.flatMap(({ id, isLoading }, index) => isLoading ? [{ id, element: contentOf(formRef?.current, path, index) }] : []))
  return waiting.map(({ id, element }) => element && createPortal(
    <p className="waiting-row" role="status">The CMS cannot be reached. This section appears as soon as it answers.</p>,
    element,
    id,
  ))
}

function contentOf(form: HTMLElement | null | undefined, path: string, index: number): Element | null | undefined {
  return form?.querySelector(`#${CSS.escape(`${path.replaceAll('.', '-')}-row-${index}`)} .collapsible__content`)
}
