import type { FieldState, FormState } from 'payload'

type Value = null | number | string | undefined | Row[]
interface Row {
  id: string
  [key: string]: Value
}

/** Returns the form state of a document, as the server builds it. */
export function formOf(data: Record<string, Value>, prefix = ''): FormState {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]): [string, FieldState][] => {
      const path = `${prefix}${key}`
      if (!Array.isArray(value))
        return [[path, { value, initialValue: value, valid: true, passesCondition: true }]]
      return [
        [path, {
          value: value.length,
          initialValue: value.length,
          disableFormData: value.length > 0,
          valid: true,
          passesCondition: true,
          rows: value.map(({ id }) => ({ id })),
        }],
        ...value.flatMap((row, index) => Object.entries(formOf(row, `${path}.${index}.`))),
      ]
    }),
  )
}
