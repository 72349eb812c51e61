import type { FormState } from 'payload'
import type { FormSection } from '../../presence/OpenForm.ts'

/** Returns the outermost row of the form that has the focus, by its id and its label; undefined outside of rows. */
export function focusedSection(form: HTMLElement, state: FormState): FormSection | undefined {
  let row: Element | undefined
  for (let element = document.activeElement; element && element !== form; element = element.parentElement) {
    if (ROW_ID.test(element.id))
      row = element
  }
  const [, path = '', index = ''] = ROW_ID.exec(row?.id ?? '') ?? []
  const id = state[path.replaceAll('-', '.')]?.rows?.[Number(index)]?.id
  if (!row || !form.contains(row) || id === undefined)
    return undefined
  return { row: id, label: labelOf(row).slice(0, MAX_LABEL_LENGTH) }
}

/** Payload gives each row of an array or of blocks this id: `sections-row-2`. */
const ROW_ID = /^(.+)-row-(\d+)$/

/** Returns the number of a row and its kind, or its words if all rows are of one kind: “03 Text”. */
function labelOf(row: Element): string {
  const words = ['__number', '__kind', '__words'].map(name => row.querySelector(`.row-label${name}`)?.textContent)
  const [number, kind, first] = words
  return [number, kind ?? first].filter(Boolean).join(' ')
}

const MAX_LABEL_LENGTH = 80
