import { Failure } from '../failure.ts'

/** A name in the forms in which code and screens write it. */
export interface Name {
  /** `pricing-table` */
  kebab: string
  /** `pricingTable` */
  camel: string
  /** `PricingTable` */
  pascal: string
  /** `Pricing table` */
  words: string
}

/**
 * Reads the name for a generator.
 *
 * @throws {Failure} if the words are not one name in lower-case letters, digits and single hyphens
 */
export function parseName(problem: string, words: string[]): Name {
  const [kebab, ...others] = words
  if (kebab === undefined || others.length > 0)
    throw new Failure(`Give one name: npm run new:${problem} -- ${EXAMPLES[problem] ?? 'a-name'}`)
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kebab) || kebab.length > MAX_LENGTH) {
    throw new Failure(
      `“${kebab}” is no name for a ${problem}. Write at most ${MAX_LENGTH} small letters, digits and single hyphens, a letter first, as in “${EXAMPLES[problem] ?? 'a-name'}”.`,
    )
  }
  const pascal = kebab.split('-').map(capitalized).join('')
  return {
    kebab,
    camel: pascal[0]!.toLowerCase() + pascal.slice(1),
    pascal,
    words: capitalized(kebab.replaceAll('-', ' ')),
  }
}

/** Tables of nested rows repeat this name in theirs, and databases shorten long names. */
const MAX_LENGTH = 30

const EXAMPLES: Record<string, string | undefined> = { section: 'pricing-table', collection: 'case-studies' }

function capitalized(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}
