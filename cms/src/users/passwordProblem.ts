import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/**
 * Returns what is wrong with a new password and what to do, or undefined.
 *
 * @param password the new password
 * @param knownWords the first guesses of an attacker: names, addresses, the site
 */
export function passwordProblem(password: string, knownWords: string[]): string | undefined {
  const length = [...password].length
  if (length < MIN_LENGTH)
    return `Use at least ${MIN_LENGTH} characters. ${ADVICE}`
  if (length > MAX_LENGTH)
    return `Use at most ${MAX_LENGTH} characters.`
  const known = knownWords.flatMap(partsOf)
  const { score, feedback } = estimator().check(password, known)
  // The estimate counts separators between words as unknown, so the rest without the known words must be strong by
  // itself.
  const isHard = score >= MIN_SCORE && estimator().check(withoutWords(password, known)).score >= MIN_SCORE
  return isHard ? undefined : ['This password is easy to guess.', feedback.warning, ADVICE].filter(Boolean).join(' ')
}

const MIN_LENGTH = 12

/** Hashing would accept longer passwords, but no user types them. */
const MAX_LENGTH = 256

/** On the scale up to 4: a hundred million guesses or more. */
const MIN_SCORE = 3

const ADVICE = 'Take a few words that have nothing to do with each other or with you.'

/**
 * Returns the estimator. Its dictionaries take a third of a second to load, so they are loaded for the first new
 * password.
 */
function estimator(): ZxcvbnFactory {
  loaded ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
  return loaded
}

let loaded: ZxcvbnFactory | undefined

/** Returns a text and its words, in lower case. */
function partsOf(text: string): string[] {
  const lower = text.toLowerCase()
  return [lower, ...lower.split(/[^\p{L}\p{N}]+/u)].filter(part => part.length > 2)
}

function withoutWords(password: string, words: string[]): string {
  return words.toSorted((one, other) => other.length - one.length).reduce(
    (rest, word) => rest.replaceAll(word, ''),
    password.toLowerCase(),
  )
}
