import type { FormState } from 'payload'
import type { FieldPlace } from './describeFields.ts'
import type { Fault } from './faultsOf.ts'
import { rowPath } from '../journal/rowPath.ts'
import { faultsOf } from './faultsOf.ts'

/** What a save was refused for: the messages, and the values that they are about, by the ids of rows. */
export type Refusal = Map<string, { message: string, value: string }>

/** Returns undefined where no field is at fault. */
export function refusalOf(places: FieldPlace[], state: FormState): Refusal | undefined {
  const faults = faultsOf(places, state)
  return faults.length === 0
    ? undefined
    : new Map(faults.map(({ path, message }) => [rowPath(path, state), { message, value: JSON.stringify(state[path]?.value) }]))
}

/** Returns what is at fault now: what was refused and not changed since, and what the form found out meanwhile. */
export function faultsLeft(refusal: Refusal, places: FieldPlace[], state: FormState): Fault[] {
  const marked = { ...state }
  for (const { path } of places) {
    const refused = refusal.get(rowPath(path, state))
    if (refused && refused.value === JSON.stringify(state[path]?.value))
      marked[path] = { ...state[path], valid: false, errorMessage: refused.message }
  }
  return faultsOf(places, marked)
}
