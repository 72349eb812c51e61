import type { CollectionBeforeValidateHook } from 'payload'
import { splitPastedList } from '../content/pastedList.ts'

/** “Text.\n- Lead: point.\n- Lead: point.”, pasted into the text of a card, becomes the text and its points. */
export const listsFromPastedText: CollectionBeforeValidateHook = ({ data }) => {
  if (typeof data?.body !== 'string')
    return data
  const { text, items } = splitPastedList(data.body)
  if (items.length === 0)
    return data
  const points = items.map((item) => {
    const [, lead, rest] = /^([^:]{1,120}):\s(.+)$/s.exec(item) ?? []
    return lead ? { lead, text: rest!.trim() } : { text: item }
  })
  // While somebody types, the editor sends the same text again before it has seen what became of it.
  const known = new Set((data.points as Point[] | undefined ?? []).map(keyOf))
  return { ...data, body: text, points: [...data.points ?? [], ...points.filter(point => !known.has(keyOf(point)))] }
}

interface Point { lead?: string | null, text: string }

function keyOf({ lead, text }: Point): string {
  return JSON.stringify([lead ?? '', text])
}
