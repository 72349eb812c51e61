import type { FormState } from 'payload'

/** Returns `sections[66f0…].heading` for `sections.0.heading`: rows move, their ids stay. */
export function rowPath(path: string, fields: FormState): string {
  let parent = ''
  let named = ''
  for (const segment of path.split('.')) {
    const row = fields[parent]?.rows?.[Number(segment)]
    named += row ? `[${row.id}]` : `${named && '.'}${segment}`
    parent += `${parent && '.'}${segment}`
  }
  return named
}

/** A step of a path: into a field by its name, or into a row by its id. */
export type Step = { name: string } | { row: string }

export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[([^\]]+)\]|[^.[]+/g)].map(([name, row]) => row === undefined ? { name } : { row })
}

/** Returns the ids of the rows around the field, outermost first. */
export function rowsAround(path: string): string[] {
  return stepsOf(path).flatMap(step => 'row' in step ? [step.row] : [])
}

/** Returns the value at a path in the data of a document; undefined if one of the rows around it is missing. */
export function valueAt(data: unknown, path: string): unknown {
  return stepsOf(path).reduce(stepInto, data)
}

/** Sets the value at a path in the data of a document. Returns false if one of the rows around it is missing. */
export function setValueAt(data: Record<string, unknown>, path: string, value: unknown): boolean {
  const steps = stepsOf(path)
  const last = steps.pop()
  let place: unknown = data
  for (const step of steps) {
    const next = stepInto(place, step)
    // A group that has never held a value.
    if (next == null && 'name' in step && isObject(place))
      place[step.name] = {}
    place = stepInto(place, step)
  }
  if (!last || !('name' in last) || !isObject(place) || Array.isArray(place))
    return false
  place[last.name] = value
  return true
}

function stepInto(place: unknown, step: Step): unknown {
  if ('row' in step)
    return Array.isArray(place) ? place.find(row => isObject(row) && row.id === step.row) : undefined
  return isObject(place) ? place[step.name] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
