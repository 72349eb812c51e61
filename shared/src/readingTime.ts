import type { Section } from './types.ts'
import { textOf } from './textOf.ts'

/** Returns the minutes that an article takes to read, including tables and cards. */
export function readingTime(sections: Section[]): number {
  const words = sections.flatMap(textOf).join(' ').match(/\S+/g)?.length ?? 0
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

const WORDS_A_MINUTE = 230
