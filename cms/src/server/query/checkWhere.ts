import type { FlattenedField, Operator as WhereOperator } from 'payload'
import type { FieldSource } from './fieldAt.ts'
import { fieldAt } from './fieldAt.ts'

/**
 * Returns the problem with a filter and how to fix it, or undefined. Payload itself checks that the fields exist and
 * that the user may read them.
 */
export function checkWhere(where: unknown, fields: FieldSource): string | undefined {
  return new WhereCheck(fields).check(where, 0)
}

class WhereCheck {
  readonly #fields: FieldSource
  #conditions = 0

  constructor(fields: FieldSource) {
    this.#fields = fields
  }

  check(where: unknown, depth: number): string | undefined {
    if (!isObject(where))
      return '“where” has to be a filter: where[title][equals]=Words, or the same in JSON.'
    if (depth > MAX_NESTING)
      return `“where” has filters in filters, more than ${MAX_NESTING} deep. Say it with fewer.`
    for (const [key, value] of Object.entries(where)) {
      const problem = /^(?:and|or)$/i.test(key)
        ? this.#checkParts(key, value, depth)
        : this.#checkConditions(key, value)
      if (problem !== undefined)
        return problem
    }
  }

  #checkParts(key: string, parts: unknown, depth: number): string | undefined {
    if (typeof parts !== 'object' || parts === null) {
      return parts === ''
        ? undefined
        : `“where[${key}]” has to be a list of filters: where[${key}][0][title][equals]=Words.`
    }
    for (const part of Object.values(parts)) {
      const problem = this.check(part, depth + 1)
      if (problem !== undefined)
        return problem
    }
  }

  #checkConditions(path: string, conditions: unknown): string | undefined {
    const name = `where[${path}]`
    if (!PATH.test(path))
      return `“where” has to name fields: “${path.slice(0, 100)}” is the name of none.`
    if (!isObject(conditions))
      return `“${name}” has to say how to compare: ${name}[equals]=….`
    const field = fieldAt(path, this.#fields)
    for (const [operator, operand] of Object.entries(conditions)) {
      if (++this.#conditions > MAX_CONDITIONS)
        return `“where” has more than ${MAX_CONDITIONS} conditions. Ask in several requests, or list the values: ${name}[in]=a,b.`
      if (!isOperator(operator))
        return `“${name}[${operator.slice(0, 100)}]” compares by nothing that there is. Take one of ${OPERATORS.join(', ')}.`
      const problem = problemOf(field, operator, operand)
      if (problem !== undefined)
        return `“${name}[${operator}]” ${problem}`
    }
  }
}

function problemOf(field: FlattenedField | undefined, operator: Operator, operand: unknown): string | undefined {
  if (field && holdsRows(field))
    return `asks for all of “${field.name}”. Ask for something in it.`
  if (operator === 'exists')
    return isFlag(operand) ? undefined : 'has to be true or false.'
  if (field && namesCollections(field)) {
    return EQUALITY.has(operator) && isReference(operand)
      ? undefined
      : `compares documents of several collections. Ask for ${field.name}.value, or give relationTo and value.`
  }
  if (field && TEXTUAL.has(operator) && !holdsText(field))
    return `is for texts, and “${field.name}” is none.`
  if (operator === 'not_like' && field && isReferenceField(field))
    return `is for texts, and “${field.name}” is none.`
  if (field && RANGES.has(operator) && !isOrdered(field))
    return `is for numbers, dates and texts, and “${field.name}” is none.`
  const values = LISTS.has(operator) ? valuesOf(operand) : [operand]
  if (values.length > MAX_VALUES)
    return `has more than ${MAX_VALUES} values. Ask in several requests.`
  for (const value of values) {
    const problem = LISTS.has(operator) && value === 'null'
      ? 'lists “null”, which is no value. Ask whether the field is there: [exists]=false.'
      : problemOfValue(field, value)
    if (problem !== undefined)
      return problem
  }
}

function valuesOf(operand: unknown): unknown[] {
  return typeof operand === 'string' ? operand.split(',') : [operand].flat()
}

function problemOfValue(field: FlattenedField | undefined, value: unknown): string | undefined {
  if (value !== null && !['boolean', 'number', 'string'].includes(typeof value))
    return 'has to be one value: neither a list nor an object.'
  const text = String(value)
  if (text.length > MAX_LENGTH)
    return `has more than ${MAX_LENGTH} characters. Give fewer.`
  if (field?.type === 'date' && Number.isNaN(Date.parse(text)))
    return 'has to be a date: 2026-01-31 or 2026-01-31T12:00:00Z.'
  if (field?.type === 'number' && (text.trim() === '' || !Number.isFinite(Number(text))))
    return 'has to be a number.'
  if (field?.type === 'checkbox' && !isFlag(value))
    return 'has to be true or false.'
}

function holdsRows({ type }: FlattenedField): boolean {
  return ['array', 'blocks', 'group', 'tab'].includes(type)
}

function holdsText({ type }: FlattenedField): boolean {
  return !['checkbox', 'date', 'number'].includes(type)
}

function isOrdered({ type }: FlattenedField): boolean {
  return ['code', 'date', 'email', 'number', 'radio', 'select', 'text', 'textarea'].includes(type)
}

function isReferenceField({ type }: FlattenedField): boolean {
  return type === 'relationship' || type === 'upload'
}

/** Whether a field refers to documents of several collections. */
function namesCollections(field: FlattenedField): boolean {
  return isReferenceField(field) && 'relationTo' in field && Array.isArray(field.relationTo)
}

function isReference(operand: unknown): boolean {
  const { relationTo, value: id, ...rest } = (isObject(operand) ? operand : {}) as Record<string, unknown>
  return typeof relationTo === 'string' && typeof id === 'string' && Object.keys(rest).length === 0
}

function isFlag(value: unknown): boolean {
  return [true, false, 'true', 'false'].includes(value as string)
}

function isOperator(operator: string): operator is Operator {
  return OPERATORS.includes(operator as Operator)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Payload's operators that work on both databases, without those for points on a map, of which no collection has
 * fields.
 */
const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
] as const satisfies WhereOperator[]

type Operator = typeof OPERATORS[number]

const PATH = /^[\w.-]{1,200}$/
const EQUALITY = new Set<Operator>(['equals', 'not_equals'])
const LISTS = new Set<Operator>(['in', 'not_in'])
const TEXTUAL = new Set<Operator>(['contains', 'like', 'not_like'])
const RANGES = new Set<Operator>(['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'])

/** Both databases accept filters of this size. */
const MAX_CONDITIONS = 200
const MAX_NESTING = 5
const MAX_VALUES = 1000
const MAX_LENGTH = 2000
