import type { DateField } from 'payload'
import { DATE_FORMAT } from '../admin/dates/DATE_FORMAT.ts'

interface Options {
  name: string
  label: string
  description: string
  index?: boolean
  position?: 'sidebar'
}

/** A moment that people choose or write. */
export function dateAndTime({ name, label, description, index, position }: Options): DateField {
  return {
    name,
    type: 'date',
    label,
    index,
    admin: {
      position,
      description,
      date: { pickerAppearance: 'dayAndTime', displayFormat: DATE_FORMAT },
      components: { Field: '/admin/dates/DateField.tsx#DateField' },
    },
  }
}
