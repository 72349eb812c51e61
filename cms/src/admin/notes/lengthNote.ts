export interface LengthNote {
  words: string
  isOver: boolean
}

/** Returns the note on a text's length, or undefined while the limit is far. */
export function lengthNote(text: string, maxLength: number): LengthNote | undefined {
  const left = maxLength - text.length
  if (left < 0)
    return { words: `Over by ${-left}: shorten it to ${maxLength} or less.`, isOver: true }
  return left <= nearBy(maxLength) ? { words: `${left} left`, isOver: false } : undefined
}

/** Returns the number of characters that count as near the limit: the last tenth, and at least the last word. */
function nearBy(maxLength: number): number {
  return Math.min(Math.max(Math.ceil(maxLength / 10), 10), maxLength / 2)
}
