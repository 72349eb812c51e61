import type { ClientField } from 'payload'
import { textOf } from '../journal/textOf.ts'

/** Returns a field's value as the form shows it: the options of a selection by their labels. */
export function displayText(value: unknown, field: ClientField): string {
  if (field.type !== 'select' && field.type !== 'radio')
    return textOf(value, field)
  return [value].flat().map((chosen) => {
    const option = field.options.find(option => typeof option === 'object' ? option.value === chosen : option === chosen)
    return typeof option === 'object' ? String(option.label) : String(chosen)
  }).join(', ')
}
