import type { DateField } from 'payload'
import { DATE_FORMAT } from '../admin/dates/DATE_FORMAT.ts'

interface Options {
  name: string
  label: string
  description: string
  index?: boolean
  position?: 'sidebar'
}

/** Returns a field for a date and time that users choose or type. */
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
