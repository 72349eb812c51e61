/**
 * The rules of an enquiry. The site applies them to answer the visitor, and the CMS applies them again before it stores
 * the enquiry.
 */

export const ENQUIRY_FIELDS = ['name', 'email', 'company', 'message'] as const

export type EnquiryField = typeof ENQUIRY_FIELDS[number]

/** The honeypot: a field that visitors do not see and bots fill in. No browser autofills it. */
export const HONEYPOT = 'topic'

/** The texts that a visitor writes. */
export type EnquiryContent = Record<EnquiryField, string>

/** For each invalid field, a sentence that says what is wrong and what to do. */
export type EnquiryErrors = Partial<EnquiryContent>

export interface Enquiry extends EnquiryContent {
  /** The path of the page from which it was sent; empty if unknown. */
  page: string
  /** Identifies one rendering of the form; may be empty. */
  submission: string
}

export interface EnquiryReading {
  enquiry: Enquiry
  errors: EnquiryErrors
}

/** Reads a submitted form, which may contain anything. Returns the sanitised texts and the problems with them. */
export function readEnquiry(sent: Record<string, unknown>): EnquiryReading {
  const enquiry = {
    name: line(sent.name),
    email: line(sent.email),
    company: line(sent.company),
    message: text(sent.message).trim(),
    page: pagePath(sent.page),
    submission: submissionId(sent.submission),
  }
  return { enquiry, errors: errorsOf(enquiry) }
}

/**
 * Whether an enquiry looks like spam. This is a guess: the CMS stores such an enquiry under “spam”, and the visitor is
 * thanked like any other.
 */
export function looksLikeSpam({ name, company, message }: EnquiryContent): boolean {
  return LINK.test(name) || LINK.test(company)
    || (message.match(LINKS)?.length ?? 0) > MAX_LINKS
    || /\[url[=\]]|<a\s[^<>]{0,99}href/i.test(message)
    || /(\S)\1{29}/.test(message)
    || repeatsItself(message)
}

/** Returns the content by which two enquiries are equal, whichever form they came from and whenever. */
export function contentOf({ name, email, company, message }: EnquiryContent): string {
  return JSON.stringify([name, email.toLowerCase(), company, message])
}

export function newReference(): string {
  return referenceFrom(crypto.getRandomValues(new Uint8Array(8)))
}

/** Returns `Q7K2-9XWD`: a reference to read out on the phone, without letters and digits that are easily confused. */
export function referenceFrom(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 8), byte => LETTERS[byte % LETTERS.length])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

export function isReference(value: unknown): value is string {
  return typeof value === 'string' && REFERENCE.test(value)
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE = /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/

const MAX_LENGTH = { name: 120, email: 254, company: 160, message: 5000 }
const MIN_MESSAGE_LENGTH = 10

function errorsOf({ name, email, company, message }: EnquiryContent): EnquiryErrors {
  const errors = {
    name: !saysSomething(name)
      ? 'Please give your name, so that we know whom to answer.'
      : tooLong('Your name', name, MAX_LENGTH.name),
    email: email === ''
      ? 'Please give your e-mail address: our answer goes there.'
      : tooLong('Your e-mail address', email, MAX_LENGTH.email) ?? unlikeEmail(email),
    company: tooLong('The name of your company', company, MAX_LENGTH.company),
    message: !saysSomething(message)
      ? 'Please write a message, so that we know what it is about.'
      : lengthOf(message) < MIN_MESSAGE_LENGTH
        ? `Your message is very short. Please write at least ${MIN_MESSAGE_LENGTH} characters.`
        : tooLong('Your message', message, MAX_LENGTH.message),
  }
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error))
}

function tooLong(what: string, value: string, maxLength: number): string | undefined {
  const length = lengthOf(value)
  return length > maxLength
    ? `${what} has ${number(length)} characters. Please shorten it to ${number(maxLength)} or fewer.`
    : undefined
}

function unlikeEmail(value: string): string | undefined {
  const [local = '', domain = '', ...rest] = value.split('@')
  return rest.length === 0 && LOCAL.test(local) && DOMAIN.test(domain)
    ? undefined
    : 'This does not look like an e-mail address. Please write it in full, like name@example.com.'
}

/**
 * The part before the @: letters of any script are valid there today; a space, a comma and an angle bracket are not.
 */
const LOCAL = /^(?=.{1,64}$)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^(?:(?!-)[\p{L}\p{M}\p{N}-]{1,63}\.)+(?!-)[\p{L}\p{M}\p{N}-]{2,63}$/u

function saysSomething(value: string): boolean {
  return /[\p{L}\p{N}]/u.test(value)
}

/** Returns the number of characters as users count them, not of code units. */
function lengthOf(value: string): number {
  return [...value].length
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}

/** Returns a text on one line. It may later stand in a mail header, where a line break would begin another header. */
function line(value: unknown): string {
  return text(value).replace(/\s+/g, ' ').trim()
}

/** Returns a text without control characters that were pasted along: visitors could neither see nor remove them. */
function text(value: unknown): string {
  return (typeof value === 'string' ? value : '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
}

/** Control characters except tab and line feed, marks that reverse the direction of text, and noncharacters. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\p{Noncharacter_Code_Point}]/gu

/** Returns the path of a page of this site, as it stands in an address. */
function pagePath(value: unknown): string {
  return typeof value === 'string' && /^\/(?!\/)[\x21-\x5B\x5D-\x7E]{0,500}$/.test(value) ? value : ''
}

function submissionId(value: unknown): string {
  return typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) ? value : ''
}

const LINK = /https?:\/\/|www\./i
const LINKS = /https?:\/\/|(?<!\/\/)www\./gi
const MAX_LINKS = 3

/** Whether a message repeats a sentence or a few words over and over. */
function repeatsItself(message: string): boolean {
  const sentences = message.toLowerCase().split(/[\n.!?]+/).map(sentence => sentence.trim()).filter(({ length }) => length >= 12)
  const words = message.toLowerCase().split(/\s+/)
  return sentences.length - new Set(sentences).size >= 3
    || (words.length >= 20 && new Set(words).size * 5 <= words.length)
}
