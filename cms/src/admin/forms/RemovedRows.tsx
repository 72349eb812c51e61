'use client'

import type { ClientField, FormState } from 'payload'
import type { RemovedRow } from './removedRow.ts'
import { useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { cellsOfColumn } from './cellsOfColumn.ts'
import { findRemovedRow, restorationOf } from './removedRow.ts'

/** Offers to put back the section or row that the user removed last, so that a wrong click loses no text. */
export function RemovedRows() {
  const { formRef, getFields, dispatchFields, setModified } = useForm()
  const [removed, setRemoved] = useState<Removed>()
  const nameOf = useRowName()

  useEffect(() => {
    let timer: number | undefined
    const watch = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('.array-actions__remove'))
        return
      // Any action flushes text that an editor has not handed to the form yet. Without this, the text would go with the
      // row.
      flushSync(() => dispatchFields({ type: 'UPDATE_MANY', formState: {} }))
      const before = getFields()
      const titles = titlesIn(formRef?.current)
      // Payload removes the row in the meantime, if the row belongs to this form.
      timer = window.setTimeout(() => {
        const row = findRemovedRow(before, getFields())
        if (row)
          setRemoved({ ...row, before, name: nameOf(row, titles) })
      })
    }
    window.addEventListener('click', watch, { capture: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('click', watch, { capture: true })
    }
  }, [formRef, getFields, dispatchFields, nameOf])

  const undo = useCallback(() => {
    if (!removed)
      return
    setRemoved(undefined)
    const restoration = restorationOf(removed, getFields())
    if (!restoration)
      return
    const { path, index, field } = restoration
    dispatchFields({ type: 'ADD_ROW', blockType: removed.row.blockType, path, rowIndex: index, subFieldState: removed.fields })
    // Restores the row as it was; a new row would wait for the CMS to send its fields.
    dispatchFields({ type: 'UPDATE_MANY', formState: { [path]: field, ...lostCells(removed, getFields()) } })
    setModified(true)
    focusRow(formRef?.current, path, index)
  }, [removed, getFields, dispatchFields, setModified, formRef])

  const close = useCallback(() => setRemoved(undefined), [])
  const form = formRef?.current
  return removed && form ? createPortal(<UndoBar key={removed.row.id} name={removed.name} onUndo={undo} onClose={close} />, form) : null
}

interface Removed extends RemovedRow {
  before: FormState
  /** “Section “Where writes go””. */
  name: string
}

const SHOWN_MS = 12_000

function UndoBar({ name, onUndo, onClose }: { name: string, onUndo: () => void, onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isHeld, setHeld] = useState(false)

  // The button that removed the row no longer exists, so the next key goes here.
  useEffect(() => button.current?.focus({ preventScroll: true }), [])

  useEffect(() => {
    if (isHeld)
      return
    const timer = window.setTimeout(onClose, SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [isHeld, onClose])

  useEffect(() => {
    const undoByKey = (event: KeyboardEvent) => {
      if (event.key !== 'z' || event.shiftKey || !(event.metaKey || event.ctrlKey) || isText(event.target))
        return
      event.preventDefault()
      onUndo()
    }
    window.addEventListener('keydown', undoByKey)
    return () => window.removeEventListener('keydown', undoByKey)
  }, [onUndo])

  return (
    <div
      className="undo-bar"
      role="status"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <span>{`${name} removed.`}</span>
      <button ref={button} type="button" className="text-button" onClick={onUndo}>Undo</button>
      <button type="button" className="text-button" onClick={onClose}>Dismiss</button>
    </div>
  )
}

/** Whether the target is a text, in which the keys undo typing. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
}

function lostCells({ list, fields, before }: Removed, now: FormState): FormState {
  const key = list === 'columns' ? fields.key?.value : undefined
  return typeof key === 'string' ? cellsOfColumn(key, before, now) : {}
}

/** Returns the titles of rows, by the ids of their elements. */
function titlesIn(form: HTMLElement | null | undefined): Map<string, string> {
  const rows = [...form?.querySelectorAll('[id*="-row-"]') ?? []]
  return new Map(rows.map(row => [row.id, row.querySelector('.row-label__words')?.textContent ?? '']))
}

function elementId(path: string, index: number): string {
  return `${path.replaceAll('.', '-')}-row-${index}`
}

function focusRow(form: HTMLElement | null | undefined, path: string, index: number): void {
  window.setTimeout(() => {
    const row = form?.querySelector(`#${CSS.escape(elementId(path, index))}`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLButtonElement>('.collapsible__toggle')?.focus({ preventScroll: true })
  })
}

function useRowName() {
  const { collectionSlug, globalSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  return useCallback(({ list, path, index }: RemovedRow, titles: Map<string, string>) => {
    const entity = collectionSlug ? getEntityConfig({ collectionSlug }) : globalSlug ? getEntityConfig({ globalSlug }) : undefined
    const kind = kindOfRow(entity?.fields ?? [], list.split('.').at(-1)!) ?? 'Row'
    const title = titles.get(elementId(path, index))
    return title ? `${kind} “${title}”` : kind
  }, [collectionSlug, globalSlug, getEntityConfig])
}

/** Returns the singular name of a row in a list: `Section`, `Question`. */
function kindOfRow(fields: ClientField[], name: string): string | undefined {
  for (const field of fields) {
    if ((field.type === 'array' || field.type === 'blocks') && field.name === name && typeof field.labels?.singular === 'string')
      return field.labels.singular
    const inside = [
      ...'fields' in field ? [field.fields] : [],
      ...field.type === 'tabs' ? field.tabs.map(tab => tab.fields) : [],
      ...field.type === 'blocks' ? field.blocks.map(block => block.fields) : [],
    ]
    for (const fields of inside) {
      const found = kindOfRow(fields, name)
      if (found)
        return found
    }
  }
  return undefined
}
