import type { Change } from '@masthead/shared/changes'
import type { PublicState } from './PublicState.ts'
import { tagOf } from '@masthead/shared/tags'

/** An entry of the feed but for its number. */
export type ChangeDraft = Omit<Change, 'number'>

/**
 * What a change is to readers, from what they saw before and what they see after it. Lists and addresses are touched
 * where the document came, left or moved.
 *
 * @param id unknown while the document is about to be created
 */
export function changeOf(collection: string, id: string | undefined, before: PublicState | undefined, after: PublicState | undefined): ChangeDraft {
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
