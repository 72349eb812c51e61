import { diffWordsWithSpace } from 'diff'

export interface Part {
  words: string
  /** Stands in one of the two texts only; in neither: in both. */
  in: 'both' | 'new' | 'old'
}

/** Two long texts that have little in common are not compared for longer than this. */
const timeoutMs = 300

/** Returns a text in pieces: those that both versions of it have, and those that only the old or the new one has. */
export function compareWords(before: string, after: string): Part[] {
  const parts = diffWordsWithSpace(before, after, { timeout: timeoutMs })
  if (!parts)
    return [{ words: before, in: 'old' as const }, { words: after, in: 'new' as const }].filter(({ words }) => words)
  return parts.map(({ value, added, removed }) => ({ words: value, in: added ? 'new' : removed ? 'old' : 'both' }))
}

/** How many words only the new text has. */
export function countNewWords(before: string, after: string): number {
  return compareWords(before, after).reduce((count, part) => part.in === 'new' ? count + countWords(part.words) : count, 0)
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
