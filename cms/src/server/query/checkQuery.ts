import type { FieldSource } from './fieldAt.ts'
import { checkWhere } from './checkWhere.ts'

export type Query = Record<string, unknown>

/**
 * Returns the problem with a request's parameters and how to fix it, or undefined. Payload passes most of them on to
 * the database unchecked, and its errors make sense only to developers.
 */
export function checkQuery(query: Query, fields: FieldSource): string | undefined {
  for (const [name, sent] of Object.entries(query)) {
    const value = JSON_PARAMETERS.has(name) ? parsed(sent) : sent
    const problem = checkText(name, value)
      ?? (Object.hasOwn(CHECKS, name) ? CHECKS[name]!(value, fields, name) : undefined)
    if (problem !== undefined)
      return problem
  }
}

/** Returns a sentence if a query exceeds the limits of anonymous visitors, or undefined. */
export function checkAnonymousQuery({ limit, depth }: Query): string | undefined {
  if (limit !== undefined && (Number(limit) === 0 || Number(limit) > MAX_ANONYMOUS_LIMIT))
    return `“limit” is a number from 1 to ${MAX_ANONYMOUS_LIMIT} unless you sign in. Ask for further documents with “page”.`
  if (Number(depth) > MAX_ANONYMOUS_DEPTH)
    return `“depth” is at most ${MAX_ANONYMOUS_DEPTH} unless you sign in.`
}

/** The most documents that the site reads at once. */
export const MAX_ANONYMOUS_LIMIT = 500

/** The depth to which the site renders references. */
const MAX_ANONYMOUS_DEPTH = 2

type Check = (value: unknown, fields: FieldSource, name: string) => string | undefined

const CHECKS: Record<string, Check> = {
  'page': value =>
    isWholeNumber(value, 1, MAX_NUMBER) ? undefined : '“page” has to be a whole number from 1 on: page=2.',
  'limit': value => isWholeNumber(value, 0, MAX_NUMBER) ? undefined : '“limit” has to be a whole number: limit=10.',
  'depth': value =>
    isWholeNumber(value, 0, MAX_DEPTH) ? undefined : `“depth” has to be a whole number from 0 to ${MAX_DEPTH}.`,
  'sort': value =>
    [value].flat().every(part => typeof part === 'string' && SORT.test(part))
      ? undefined
      : '“sort” has to name fields, those with a hyphen in front descending: sort=-publishedAt,title.',
  'select': value =>
    isSelection(value) ? undefined : '“select” has to say of each field whether it is wanted: select[title]=true.',
  'populate': value =>
    isSelection(value)
      ? undefined
      : '“populate” has to say which fields of each collection are wanted: populate[authors][name]=true.',
  'joins': value =>
    value === 'false' || value === false || isObject(value)
      ? undefined
      : '“joins” has to be false, or an object by field.',
  'data': value => isObject(value) ? undefined : '“data” has to be JSON.',
  'where': (value, fields) => checkWhere(value, fields),
  'draft': flag,
  'trash': flag,
  'pagination': flag,
  'autosave': flag,
  'overrideLock': flag,
  'showHiddenFields': flag,
  'locale': text,
  'fallback-locale': text,
  'fallbackLocale': text,
}

function flag(value: unknown, _: FieldSource, name: string): string | undefined {
  return typeof value === 'boolean' || ['', '0', '1', 'false', 'true'].includes(value as string)
    ? undefined
    : `“${name}” has to be true or false.`
}

function text(value: unknown, _: FieldSource, name: string): string | undefined {
  return typeof value === 'string' ? undefined : `“${name}” has to be a text.`
}

function isWholeNumber(value: unknown, min: number, max: number): boolean {
  return (typeof value === 'number' || (typeof value === 'string' && /^\d{1,10}$/.test(value)))
    && Number.isInteger(Number(value)) && Number(value) >= min && Number(value) <= max
}

/** Whether a value is a selection: each field maps to true, to false, or to a selection of its own. */
function isSelection(value: unknown, depth = 0): boolean {
  return isObject(value) && depth < MAX_SELECTION_DEPTH
    && Object.entries(value).every(([name, wanted]) =>
      FIELD.test(name) && ([true, false, 'true', 'false'].includes(wanted as string) || isSelection(wanted, depth + 1)),
    )
}

/** Returns the parsed value of a text, as Payload reads it. Invalid JSON stays a text. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || value === '')
    return value === '' ? {} : value
  try {
    return JSON.parse(value)
  }
  catch {
    return value
  }
}

/** Returns the problem with NUL characters, which the databases do not accept everywhere, or with too deep nesting. */
function checkText(name: string, value: unknown, depth = 0): string | undefined {
  const shown = name.replaceAll('\0', '').slice(0, 100)
  if (name.includes('\0') || (typeof value === 'string' && value.includes('\0')))
    return `“${shown}” has a NUL character (%00). Leave it out.`
  if (typeof value !== 'object' || value === null)
    return undefined
  if (depth > MAX_PARAMETER_DEPTH)
    return `“${shown}” is nested more than ${MAX_PARAMETER_DEPTH} deep. Say it with less.`
  for (const [inner, part] of Object.entries(value)) {
    const problem = checkText(inner.includes('\0') ? `${name}\0` : name, part, depth + 1)
    if (problem !== undefined)
      return problem
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const FIELD = /^[\w-]{1,100}$/
const SORT = /^-?[\w.]{1,200}(?:,-?[\w.]{1,200}){0,9}$/
const MAX_NUMBER = 1_000_000
const MAX_DEPTH = 10
const MAX_SELECTION_DEPTH = 10
/** Deeper than every allowed filter or selection. */
const MAX_PARAMETER_DEPTH = 20
const JSON_PARAMETERS = new Set(['data', 'where'])
