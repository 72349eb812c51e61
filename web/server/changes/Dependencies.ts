import type { Change } from '@masthead/shared/changes'
import type { CmsRequest } from '@masthead/shared/client'
import type { Query } from './fieldsAsked'
import { DATED_BY, idIn, LISTED_BY, listIn, listTag, pathIn, pathTag } from '@masthead/shared/tags'
import { fieldsOfOrder } from './fieldsAsked'
import { FieldsUsed } from './FieldsUsed'

/**
 * The dependencies of a page: every document, global and list in the responses of the CMS that it was rendered from,
 * and the fields of each. The requests name the fields, since a response leaves out those without a value. Ids are
 * unique in all collections, so the id alone names a document.
 */
export class Dependencies {
  /** The fields used, by document, global or address. */
  readonly #names = new Map<string, FieldsUsed>()
  readonly #lists: ListDependency[] = []

  /** Returns the dependencies that consist of one entry. */
  static of({ name, use }: Dependency): Dependencies {
    const dependencies = new Dependencies()
    if (use.startsWith('[')) {
      dependencies.#lists.push(
        ...(JSON.parse(use) as ListRecord[]).map(({ fields, ...window }) => ({
          list: name,
          ...window,
          fields: fieldsWith(fields),
        })),
      )
    }
    else {
      dependencies.#names.set(name, fieldsWith(use))
    }
    return dependencies
  }

  /** Each document, global, address and list with its use, in the form that the index stores. */
  get entries(): Dependency[] {
    const lists = Map.groupBy(this.#lists, ({ list }) => list)
    return [
      ...[...this.#names].map(([name, fields]) => ({ name, use: fields.id })),
      ...[...lists].map(([name, dependencies]) => ({
        name,
        use: JSON.stringify(dependencies.map(({ from, to, fields }): ListRecord => ({ from, to, fields: fields.id }))),
      })),
    ]
  }

  /** The combinations of fields that the entries name. */
  get combinations(): FieldsUsed[] {
    return [...new Set([...this.#names.values(), ...this.#lists.map(({ fields }) => fields)])]
  }

  /** Records what a response of the CMS contains. */
  record({ path, query }: CmsRequest, response: unknown): void {
    const [collection = '', detail] = path.split('/')
    const name = collection === 'globals' ? detail! : collection
    const { select, populate = {} } = query as Query
    const order = fieldsOfOrder(query)
    const own = select ? FieldsUsed.of({ [name]: [...Object.keys(select), ...order] }) : FieldsUsed.all
    const populated = FieldsUsed.of(
      Object.fromEntries(
        Object.entries(populate).map(([collection, fields]) => [collection, Object.keys(fields ?? {})]),
      ),
    )
    if (collection === 'globals')
      this.#add(name, own)
    else if ('sort' in query || detail === 'count')
      this.#lists.push(listUse(collection, query, response, FieldsUsed.of({ [collection]: order })))
    const docs = isObject(response) && Array.isArray(response.docs) ? response.docs as unknown[] : [response]
    for (const doc of docs)
      this.#recordDocument(doc, own, populated)
  }

  /** Records that the page depends on the document at a path. */
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
    // A section has an id as well, but is not a document.
    if (typeof id === 'string' && ID.test(id) && !('blockType' in value))
      this.#add(id, own)
    for (const inner of Object.values(fields))
      this.#recordValue(inner, populated)
  }

  /** Every document inside another is populated; an unpublished one is a bare id. */
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

/** Returns the name of the dependency that a tag of a change stands for: for a list, without its date. */
export function dependencyOf(tag: string): string {
  return listIn(tag)?.list ?? nameOf(tag)
}

export interface Dependency {
  /** As `dependencyOf` returns it. */
  name: string
  /** The id of a combination of fields, or for a list its windows as JSON. */
  use: string
}

type ListRecord = Window & { fields: string }

/** Returns the fields of a stored id; all fields if this run does not know the id. */
function fieldsWith(id: string): FieldsUsed {
  return FieldsUsed.withId(id) ?? FieldsUsed.all
}

interface ListDependency extends Window {
  list: string
  /**
   * The fields that decide which documents are in the list, and in what order. The documents themselves are
   * dependencies of their own.
   */
  fields: FieldsUsed
}

/** The dates between which a new or removed document changes a list. A missing date leaves that end open. */
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

/**
 * Returns the window of a list. Newer documents move a page of a list, older ones do not. A response with a count has
 * no window: every document changes it.
 */
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

/**
 * Returns whether a change affects a list. A change names a list that is ordered by date only if something moves in it.
 */
function isAffected(
  { from, to, fields }: ListDependency,
  { collection, date }: Target,
  changed: string[] | undefined,
): boolean {
  const isInside = !date || ((!from || date >= from) && (!to || date <= to))
  return isInside && (DATED_BY[collection] !== undefined || fields.areAffectedBy(collection, changed))
}

/** The parts of a tag of a change. */
interface Target {
  /** As `dependencyOf` returns it. */
  name: string
  /** The collection, or the name of a global. */
  collection: string
  isList: boolean
  date?: string
}

/** Returns the targets of a change, parsed once for all pages. */
function targetsOf(change: Change): Target[] {
  const targets = known.get(change) ?? change.tags.map((tag): Target => {
    const listed = listIn(tag)
    return {
      name: dependencyOf(tag),
      collection: tag.split(':', 1)[0]!,
      isList: listed !== undefined,
      date: listed?.date,
    }
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

/** Returns the id in `posts:ID`, and the whole tag of an address or a global. */
function nameOf(tag: string): string {
  return pathIn(tag) === undefined ? idIn(tag) : tag
}
