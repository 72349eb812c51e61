import type { DocumentChanges } from './DocumentChanges.ts'
import { APIError } from 'payload'
import * as v from 'valibot'
import { CHANGES_KEY } from './DocumentChanges.ts'
import { stepsOf } from './rowPath.ts'

/**
 * Takes the changes out of the data of a request.
 *
 * @throws {APIError} 400 if they have another form
 */
export function readChanges(
  data: Record<string, unknown>,
): { data: Record<string, unknown>, changes?: DocumentChanges } {
  if (!(CHANGES_KEY in data))
    return { data }
  const { [CHANGES_KEY]: sent, ...others } = data
  const parsed = v.safeParse(Changes, sent)
  if (!parsed.success) {
    const [{ path, message }] = parsed.issues
    const field = [CHANGES_KEY, ...(path ?? []).map(({ key }) => String(key))].join('.')
    throw new APIError(
      `“${field}” is not as the admin sends it: ${message}. Leave “${CHANGES_KEY}” out.`,
      400,
      null,
      true,
    )
  }
  return { data: others, changes: parsed.output }
}

/** A path of `rowPath`. Names that every object has lead out of the document. */
const Path = v.pipe(
  v.string(),
  v.check(path => stepsOf(path).every(step => !('name' in step) || !(step.name in {})), 'No field has this name'),
)

const RowRef = v.object({ id: v.string(), blockType: v.optional(v.string()) })

const Changes = v.object({
  revision: v.string(),
  values: v.record(Path, v.number()),
  rows: v.record(Path, v.object({ base: v.array(RowRef), removed: v.record(v.string(), v.number()) })),
  held: v.optional(v.array(Path)),
}) satisfies v.GenericSchema<unknown, DocumentChanges>
