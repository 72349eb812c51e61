import type { Answer } from '../harness/Session.ts'

/** Whether a word stands anywhere in an answer, its headers included. */
export function meets({ text, headers }: Pick<Answer, 'headers' | 'text'>, word: string): boolean {
  return [text, ...[...headers].flat()].some(part => part.toLowerCase().includes(word))
}
