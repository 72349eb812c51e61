import type { FormState } from 'payload'
import { stepsOf } from '../../drafts/merge/rowPath.ts'

/** Returns `sections.0.heading` for `sections[66f0…].heading`; undefined if the form does not have the row. */
export function pathInForm(path: string, fields: FormState): string | undefined {
  let position = ''
  for (const step of stepsOf(path)) {
    if ('name' in step) {
      position += `${position && '.'}${step.name}`
      continue
    }
    const index = fields[position]?.rows?.findIndex(({ id }) => id === step.row) ?? -1
    if (index === -1)
      return undefined
    position += `.${index}`
  }
  return position
}
