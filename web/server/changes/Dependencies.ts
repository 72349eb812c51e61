import type { Change } from '@masthead/shared/changes'
import type { CmsRequest } from '@masthead/shared/client'
import type { Query } from './fieldsAsked'
import { DATED_BY, idIn, LISTED_BY, listIn, listTag, pathIn, pathTag } from '@masthead/shared/tags'
import { fieldsOfOrder } from './fieldsAsked'
import { FieldsUsed } from './FieldsUsed'

/**
 * The dependencies of a page: every document, global and list in the answers of the CMS that it was made of, and which
 * fields of each. The questions say which fields, since an answer leaves out those without a value. Ids are unique over
 * all collections, so a document counts by its id alone.
 */
export class Dependencies {
  /** The fields used, by document, global or address. */
  readonly #names = new Map<string, FieldsUsed>()
  readonly #lists: ListDependency[] = []

  /** Returns the use of one dependency, as `dependencies` gave it. */
  static of({ name, use }: Dependency): Dependencies {
    const dependencies = new Dependencies()
    if (use.startsWith('['))
      dependencies.#lists.push(...(JSON.parse(use) as ListRecord[]).map(({ fields, ...window }) => ({ list: name, ...window, fields: fieldsWith(fields) })))
    else
      dependencies.#names.set(name, fieldsWith(use))
    return dependencies
  }

  /** Each document, global, address and list, and how it is used, as it is written down. */
  get entries(): Dependency[] {
    const lists = Map.groupBy(this.#lists, ({ list }) => list)
    return [
      ...[...this.#names].map(([name, fields]) => ({ name, use: fields.id })),
      ...[...lists].map(([name, dependencies]) => ({ name, use: JSON.stringify(dependencies.map(({ from, to, fields }): ListRecord => ({ from, to, fields: fields.id }))) })),
    ]
  }

  /** The combinations of fields that the record names. */
  get combinations(): FieldsUsed[] {
    return [...new Set([...this.#names.values(), ...this.#lists.map(({ fields }) => fields)])]
  }

  /** Notes a question to the CMS, and the answer. */
  record({ path, query }: CmsRequest, response: unknown): void {
    const [collection = '', detail] = path.split('/')
    const name = collection === 'globals' ? detail! : collection
    const { select, populate = {} } = query as Query
    const order = fieldsOfOrder(query)
    const own = select ? FieldsUsed.of({ [name]: [...Object.keys(select), ...order] }) : FieldsUsed.all
    const populated = FieldsUsed.of(Object.fromEntries(Object.entries(populate).map(([collection, fields]) => [collection, Object.keys(fields ?? {})])))
    if (collection === 'globals')
      this.#add(name, own)
    else if ('sort' in query || detail === 'count')
      this.#lists.push(listUse(collection, query, response, FieldsUsed.of({ [collection]: order })))
    const docs = isObject(response) && Array.isArray(response.docs) ? response.docs as unknown[] : [response]
    for (const doc of docs)
      this.#recordDocument(doc, own, populated)
  }

  /** Notes that the page depends on what is at an address. */
  recordPath(path: string): void {
    this.#add(pathTag(path), FieldsUsed.all)
  }

  isAffectedBy(change: Change): boolean {
    return targetsOf(change).some((target) => {
      if (target.isList)
        return this.#lists.some(use => use.list === target.name && isAffected(use, target, change.fields))
      return this.#names.get(target.name)?.areAffectedBy(target.collection, change.fields) ?? false
    })
  }

  #recordDocument(value: unknown, own: FieldsUsed, populated: FieldsUsed): void {
    if (!isObject(value))
      return this.#recordValue(value, populated)
    const { id, ...fields } = value
    // A section has an id, too, and is no document.
    if (typeof id === 'string' && ID.test(id) && !('blockType' in value))
      this.#add(id, own)
    for (const inner of Object.values(fields))
      this.#recordValue(inner, populated)
  }

  /** Every document inside another is populated; one that is not public is a bare id. */
  #recordValue(value: unknown, populated: FieldsUsed): void {
    if (Array.isArray(value))
      value.forEach(inner => this.#recordValue(inner, populated))
    else if (isObject(value))
      this.#recordDocument(value, populated, populated)
    else if (typeof value === 'string' && ID.test(value))
      this.#add(value, FieldsUsed.none)
  }

  #add(name: string, fields: FieldsUsed): void {
    this.#names.set(name, this.#names.get(name)?.or(fields) ?? fields)
  }
}

/** Returns the name of what a tag of a change stands for: a list without its date. */
export function dependencyOf(tag: string): string {
  return listIn(tag)?.list ?? nameOf(tag)
}

export interface Dependency {
  /** As `dependencyOf` says it. */
  name: string
  /** The id of a combination of fields, or for a list its windows as JSON. */
  use: string
}

type ListRecord = Window & { fields: string }

/** Of a combination that is not known any more, any field may be one. */
function fieldsWith(id: string): FieldsUsed {
  return FieldsUsed.withId(id) ?? FieldsUsed.all
}

interface ListDependency extends Window {
  list: string
  /** Which fields decide what is in the list, and in what order. The fields shown are those of the documents in it. */
  fields: FieldsUsed
}

/** The dates between which a document that comes or goes changes a list; open where they are left out. */
interface Window {
  from?: string
  to?: string
}

function listUse(collection: string, query: Query, response: unknown, fields: FieldsUsed): ListDependency {
  const where = query.where ?? {}
  const field = LISTED_BY[collection]?.find(field => typeof equalled(where[field]) === 'string')
  const list = listTag(collection, field ? { field, id: equalled(where[field]) as string } : {})
  return { list, ...windowOf(collection, query, response), fields }
}

/** What came later moves a page of a list on, what came earlier does not. An answer that counts changes with every document. */
function windowOf(collection: string, { where, sort, limit, pagination }: Query, response: unknown): Window {
  const field = DATED_BY[collection]
  if (!field || sort !== `-${field}` || pagination !== false)
    return {}
  const { docs } = response as { docs: Record<string, string | undefined>[] }
  const condition = where?.[field]
  const to = isObject(condition) ? condition.less_than : undefined
  return {
    from: limit && docs.length >= limit ? docs.at(-1)?.[field] : undefined,
    to: typeof to === 'string' ? to : undefined,
  }
}

/** The lists of a collection ordered by date are named only by a change that moves something in them. */
function isAffected({ from, to, fields }: ListDependency, { collection, date }: Target, changed: string[] | undefined): boolean {
  const isInside = !date || ((!from || date >= from) && (!to || date <= to))
  return isInside && (DATED_BY[collection] !== undefined || fields.areAffectedBy(collection, changed))
}

/** A tag of a change, taken apart. */
interface Target {
  /** As `dependencyOf` says it. */
  name: string
  /** The collection; of a global, its own name. */
  collection: string
  isList: boolean
  date?: string
}

/** One change is held against the uses of all pages. */
function targetsOf(change: Change): Target[] {
  const targets = known.get(change) ?? change.tags.map((tag): Target => {
    const listed = listIn(tag)
    return { name: dependencyOf(tag), collection: tag.split(':', 1)[0]!, isList: listed !== undefined, date: listed?.date }
  })
  known.set(change, targets)
  return targets
}

const known = new WeakMap<Change, Target[]>()

function equalled(condition: unknown): unknown {
  return isObject(condition) ? condition.equals : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Ids of either database. */
const ID = /^(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** `posts:ID` counts by its id; an address and a global by all of their tag. */
function nameOf(tag: string): string {
  return pathIn(tag) === undefined ? idIn(tag) : tag
}
