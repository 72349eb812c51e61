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
  return merged(parts.map(({ value, added, removed }) => ({ words: value, in: added ? 'new' : removed ? 'old' : 'both' })))
}

/** Merges changes with nothing but a space between them: two changed words read better as one change. */
function merged(parts: Part[]): Part[] {
  const result: Part[] = []
  let run: Part[] = []
  for (const [index, part] of parts.entries()) {
    const isBridge = /^ +$/.test(part.words) && run.length > 0 && index < parts.length - 1
    if (part.in !== 'both' || isBridge) {
      run.push(part)
    }
    else {
      result.push(...joined(run), part)
      run = []
    }
  }
  return [...result, ...joined(run)]
}

function joined(run: Part[]): Part[] {
  const sides = (['old', 'new'] as const).map((side): Part => ({
    words: run.filter(part => part.in === side || part.in === 'both').map(({ words }) => words).join(''),
    in: side,
  }))
  return sides.every(({ words }) => words.trim()) ? sides : run
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
