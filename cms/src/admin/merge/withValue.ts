import type { FormState } from 'payload'
import { pathInForm } from './pathInForm.ts'

/** Returns the fields of a form with another value at a path: that of a field, or of a cell in it. */
export function withValue(fields: FormState, path: string, value: unknown): FormState {
  const position = pathInForm(path, fields)
  if (position === undefined)
    return fields
  const cells = position.slice(0, position.lastIndexOf('.'))
  const isCell = !(position in fields) && cells in fields
  const changed = isCell ? { ...fields[cells]?.value as object, [position.slice(cells.length + 1)]: value } : value
  const field = isCell ? cells : position
  return { ...fields, [field]: { ...fields[field], value: changed, initialValue: changed } }
}
