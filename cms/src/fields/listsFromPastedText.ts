import type { CollectionBeforeValidateHook } from 'payload'
import { splitPastedList } from '../import/pastedList.ts'
import { point } from '../import/point.ts'

/**
 * Splits a list that was pasted into the text of a card: “Text.\n- Lead: point.\n- Lead: point.” becomes the text and
 * its points.
 */
export const listsFromPastedText: CollectionBeforeValidateHook = ({ data }) => {
  if (typeof data?.body !== 'string')
    return data
  const { text, items } = splitPastedList(data.body)
  if (items.length === 0)
    return data
  // While the user types, the editor sends the same text again before it has received the result.
  const known = new Set((data.points as Point[] | undefined ?? []).map(keyOf))
  return {
    ...data,
    body: text,
    points: [...data.points ?? [], ...items.map(point).filter(item => !known.has(keyOf(item)))],
  }
}

interface Point {
  lead?: string | null
  text: string
}

function keyOf({ lead, text }: Point): string {
  return JSON.stringify([lead ?? '', text])
}
