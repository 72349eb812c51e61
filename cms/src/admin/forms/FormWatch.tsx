'use client'

import { RefusedSave } from './RefusedSave.tsx'
import { RemovedRows } from './RemovedRows.tsx'
import { useDrawerForm } from './useDrawerForm.ts'
import { WaitingRows } from './WaitingRows.tsx'

/** What stands by whoever fills in a form, whatever document it is of. */
export function FormWatch() {
  useDrawerForm()
  return (
    <>
      <WaitingRows />
      <RemovedRows />
      <RefusedSave />
    </>
  )
}
