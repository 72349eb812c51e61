import { closest, distance } from 'fastest-levenshtein'

/** Returns “Did you mean X? ” for a word that is close to one of the known ones, else an empty text. */
export function didYouMean(word: string, known: string[]): string {
  const candidates = new Map(known.map(candidate => [candidate.toLowerCase(), candidate]))
  const best = closest(word.toLowerCase(), [...candidates.keys()])
  return best && distance(word.toLowerCase(), best) <= Math.ceil(best.length / 3)
    ? `Did you mean “${candidates.get(best)}”? `
    : ''
}
