import type { Change } from '@masthead/shared/changes'
import type { PublicState } from './PublicState.ts'
import { tagOf } from '@masthead/shared/tags'

/** A feed entry without its sequence number. */
export type ChangeDraft = Omit<Change, 'number'>

/**
 * Returns the effect of a change on readers, from the public state before and after it. Lists and addresses are
 * affected if the document enters, leaves or moves.
 *
 * @param id undefined while the document is about to be created
 */
export function changeOf(
  collection: string,
  id: string | undefined,
  before: PublicState | undefined,
  after: PublicState | undefined,
): ChangeDraft {
  const old = before?.places ?? []
  const now = after?.places ?? []
  const tags = [
    ...(id === undefined ? [] : [tagOf(collection, id)]),
    ...old.filter(place => !now.includes(place)),
    ...now.filter(place => !old.includes(place)),
    ...before?.always ?? [],
    ...after?.always ?? [],
  ]
  return { kind: before && !after ? 'gone' : 'changed', tags: [...new Set(tags)] }
}
