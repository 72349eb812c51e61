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
  return { ...data, body: text, points: [...data.points ?? [], ...points] }
}
