import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'

/**
 * Returns the document that a form holds, without a file to upload. An empty list of rows is `[]`, not its length as in
 * the form.
 */
export function documentOf(fields: FormState): Record<string, unknown> {
  const { file: _, ...others } = fields
  const emptyLists = Object.entries(others).filter(([, { rows, value }]) => value === 0 && rows?.length === 0)
  return reduceFieldsToValues(
    { ...others, ...Object.fromEntries(emptyLists.map(([path, field]) => [path, { ...field, value: [] }])) },
    true,
  )
}
