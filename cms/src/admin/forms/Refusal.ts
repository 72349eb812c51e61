import type { FormState } from 'payload'
import type { FieldPlace } from './describeFields.ts'
import type { Fault } from './faultsOf.ts'
import { rowPath } from '../../drafts/merge/rowPath.ts'
import { faultsOf } from './faultsOf.ts'

/** The reasons why the CMS refused a save: the messages, and the values that they are about, by row ids. */
export type Refusal = Map<string, { message: string, value: string }>

/** Returns the refusal, or undefined if no field is at fault. */
export function refusalOf(places: FieldPlace[], state: FormState): Refusal | undefined {
  const faults = faultsOf(places, state)
  return faults.length === 0
    ? undefined
    : new Map(
        faults.map(({ path, message }) => {
          const value = JSON.stringify(state[path]?.value)
          return [rowPath(path, state), { message, value }]
        }),
      )
}

/**
 * Returns the faults that remain: refused values that have not changed since, and problems that the form found
 * meanwhile.
 */
export function faultsLeft(refusal: Refusal, places: FieldPlace[], state: FormState): Fault[] {
  const marked = { ...state }
  for (const { path } of places) {
    const refused = refusal.get(rowPath(path, state))
    if (refused && refused.value === JSON.stringify(state[path]?.value))
      marked[path] = { ...state[path], valid: false, errorMessage: refused.message }
  }
  return faultsOf(places, marked)
}
