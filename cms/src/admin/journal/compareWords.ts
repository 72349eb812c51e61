import { diffWordsWithSpace } from 'diff'

export interface Part {
  words: string
  /** The text that holds this part: one of the two, or both. */
  in: 'both' | 'new' | 'old'
}

/** Milliseconds after which a comparison gives up: it is slow for two long texts that have little in common. */
const timeoutMs = 300

/** Returns a text in parts: those that both versions hold, and those that only the old or the new one holds. */
export function compareWords(before: string, after: string): Part[] {
  const parts = diffWordsWithSpace(before, after, { timeout: timeoutMs })
  if (!parts)
    return [{ words: before, in: 'old' as const }, { words: after, in: 'new' as const }].filter(({ words }) => words)
  return parts.map(({ value, added, removed }) => ({ words: value, in: added ? 'new' : removed ? 'old' : 'both' }))
}

/** Returns how many words only the new text has. */
export function countNewWords(before: string, after: string): number {
  return compareWords(before, after).reduce(
    (count, part) => part.in === 'new' ? count + countWords(part.words) : count,
    0,
  )
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
