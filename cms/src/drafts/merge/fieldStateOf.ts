import type { FormState } from 'payload'
import { flatten } from './flatten.ts'
import { stepsOf } from './rowPath.ts'

/** Returns the values and rows of a document as a form holds them, by paths with the positions of rows. */
export function fieldStateOf(data: unknown): FormState {
  const { values, lists } = flatten(data)
  const state: FormState = {}
  for (const [path, rows] of lists)
    state[positionPath(path, lists)] = { rows: [...rows], value: rows.length, disableFormData: true }
  for (const [path, value] of values)
    state[positionPath(path, lists)] = { value }
  return state
}

function positionPath(path: string, lists: Map<string, { id: string }[]>): string {
  let named = ''
  return stepsOf(path).map((step) => {
    const list = named
    named += 'row' in step ? `[${step.row}]` : `${named && '.'}${step.name}`
    return 'row' in step ? lists.get(list)!.findIndex(({ id }) => id === step.row) : step.name
  }).join('.')
}
