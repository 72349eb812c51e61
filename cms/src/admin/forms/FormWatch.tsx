'use client'

import { MergedForm } from '../merge/MergedForm.tsx'
import { RefusedSave } from './RefusedSave.tsx'
import { RemovedRows } from './RemovedRows.tsx'
import { useDrawerForm } from './useDrawerForm.ts'
import { WaitingRows } from './WaitingRows.tsx'

/** Renders the guards of a form, for every kind of document. */
export function FormWatch() {
  useDrawerForm()
  return (
    <>
      <WaitingRows />
      <RemovedRows />
      <RefusedSave />
      <MergedForm />
    </>
  )
}
