import type { FlattenedField } from 'payload'
import type { Data, Row, RowList } from './rowLists.ts'
import { richText } from '../harness/content.ts'
import { isKeptApart, isRequired, writable } from './rowLists.ts'
import { RULES } from './rules.ts'

/** Makes valid values for any field. No two texts that it makes are alike; they begin with `name`. */
export class Generator {
  readonly #name: string
  readonly #random: () => number
  /** The ids of the documents there are to refer to, by their collection. */
  readonly #documents: ReadonlyMap<string, readonly string[]>
  #count = 0

  constructor(name: string, random: () => number, documents: ReadonlyMap<string, readonly string[]>) {
    this.#name = name
    this.#random = random
    this.#documents = documents
  }

  /** A value for each field. */
  values(fields: FlattenedField[], document?: Data): Data {
    const values: Data = {}
    for (const field of writable(fields))
      values[field.name] = this.value(field, values, document ?? values)
    return values
  }

  row(field: RowList['field'], document: Data, kind?: string): Row {
    if (field.type === 'array')
      return this.values(field.flattenedFields, document)
    const block = field.blocks.find(({ slug }) => slug === kind) ?? this.one(field.blocks)
    return { blockType: block.slug, ...this.values(block.flattenedFields, document) }
  }

  value(field: FlattenedField, siblings: Data, document: Data): unknown {
    const own = RULES[field.name]
    if (own)
      return own(siblings, document, () => this.#word('-'))
    if (
      field.type !== 'group' && field.type !== 'tab' && !isRequired(field)
      && this.below(isKeptApart(field) ? 2 : 4) === 0
    ) {
      return emptyValue(field)
    }
    switch (field.type) {
      case 'text':
      case 'textarea':
      case 'code':
        return several(field, () => this.#word(), this)
      case 'email':
        return `${this.#word('-')}@example.com`
      case 'number':
        return several(field, () => Math.min(field.max ?? Infinity, (field.min ?? 0) + (++this.#count % 1000)), this)
      case 'checkbox':
        return this.below(2) === 0
      case 'date':
        return new Date(Date.UTC(2025, 0, 1) + ++this.#count * 60_000).toISOString()
      case 'select':
      case 'radio': {
        const options = field.options.map(option => typeof option === 'string' ? option : option.value)
        return field.type === 'select' && field.hasMany ? this.some(options, 1, options.length) : this.one(options)
      }
      case 'relationship':
      case 'upload':
        return several(field, () => this.#reference(field.relationTo), this)
      case 'richText':
        return richText(this.#word())
      case 'group':
      case 'tab':
        return this.values(field.flattenedFields, document)
      case 'array':
      case 'blocks': {
        const { minRows = 0, maxRows = 3 } = field
        return Array.from(
          { length: Math.max(minRows, this.below(Math.min(maxRows, 3) + 1)) },
          () => this.row(field, document),
        )
      }
      default:
        throw new Error(
          `No values are known for fields of type ${field.type} (“${field.name}”): give it one in Generator.ts.`,
        )
    }
  }

  one<T>(all: readonly T[]): T {
    if (all.length === 0)
      throw new Error('There is nothing to choose from.')
    return all[this.below(all.length)]!
  }

  /** Some of them, each at most once, in any order. */
  some<T>(all: readonly T[], min: number, max: number): T[] {
    return this.shuffled(all).slice(0, min + this.below(max - min + 1))
  }

  shuffled<T>(all: readonly T[]): T[] {
    return all.map(item => [this.#random(), item] as const).sort(([one], [other]) => one - other).map(([, item]) =>
      item,
    )
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #word(separator = ' '): string {
    return `${this.#name}${separator}${++this.#count}`
  }

  #reference(relationTo: string | string[]): unknown {
    const collection = typeof relationTo === 'string' ? relationTo : this.one(relationTo)
    const value = this.one(this.#documents.get(collection) ?? [])
    return typeof relationTo === 'string' ? value : { relationTo: collection, value }
  }
}

/** The value of a field that somebody has emptied. */
export function emptyValue(field: FlattenedField): unknown {
  return field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany) ? [] : null
}

function several(field: FlattenedField, make: () => unknown, generator: Generator): unknown {
  if (!('hasMany' in field) || !field.hasMany)
    return make()
  const min = isRequired(field) ? 1 : 0
  const values = Array.from({ length: min + generator.below(4) }, make)
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}
