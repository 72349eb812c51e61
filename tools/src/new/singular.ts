/** Returns the singular of English nouns, as a first guess. */
export function singular(nouns: string): string {
  return nouns.endsWith('ies') ? `${nouns.slice(0, -3)}y` : nouns.replace(/s$/, '')
}
