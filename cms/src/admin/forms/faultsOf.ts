import type { FormState } from 'payload'
import type { FieldPlace } from './describeFields.ts'

export interface Fault extends FieldPlace {
  message: string
}

/** Returns the fields that the CMS would refuse as they are, in screen order. */
export function faultsOf(places: FieldPlace[], state: FormState): Fault[] {
  const faults = places.flatMap((place) => {
    const field = state[place.path]
    return field?.valid === false && field.passesCondition !== false
      ? [{ ...place, message: sentence(field.errorMessage) }]
      : []
  })
  // A field without a position on the screen goes by its stored path.
  const unplaced = Object.entries(state).filter(([path, field]) =>
    field.valid === false && field.passesCondition !== false && field.errorMessage
    && !places.some(place => place.path === path),
  )
  return [
    ...faults,
    ...unplaced.map(([path, { errorMessage }]) => ({
      path,
      label: path,
      isInSidebar: false,
      tabs: [],
      rows: [],
      message: sentence(errorMessage),
    })),
  ]
}

function sentence(message: string | undefined): string {
  if (!message)
    return 'Something is wrong here.'
  return /[.!?]$/.test(message) ? message : `${message}.`
}
