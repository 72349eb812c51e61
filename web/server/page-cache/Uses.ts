import type { Change } from '@masthead/shared/changes'
import type { Question } from '@masthead/shared/client'
import { DATED_BY, idIn, LISTED_BY, listIn, listTag, pathIn, pathTag } from '@masthead/shared/tags'

/**
 * What a page was made of: every document, global and list in the answers of the CMS. Ids are unique over all
 * collections, so a document counts by its id alone; so does one that is only named, because it is not published.
 */
export class Uses {
  readonly #names: Set<string>
  readonly #lists: Map<string, Window[]>

  constructor({ names, lists }: UsesRecord = { names: [], lists: [] }) {
    this.#names = new Set(names)
    this.#lists = new Map(lists)
  }

  get record(): UsesRecord {
    return { names: [...this.#names], lists: [...this.#lists] }
  }

  /** The documents, globals, paths and lists, as `dependencyOf` names them. */
  get dependencies(): string[] {
    return [...this.#names, ...this.#lists.keys()]
  }

  /** Notes a question to the CMS, and the answer. */
  note({ path, query }: Question, answer: unknown): void {
    const [collection = '', detail] = path.split('/')
    if (collection === 'globals')
      this.#names.add(detail!)
    else if ('sort' in query || detail === 'count')
      this.#noteList(collection, query, answer)
    this.#noteIds(answer)
  }

  /** Notes that the page depends on what is at an address. */
  notePath(path: string): void {
    this.#names.add(pathTag(path))
  }

  isTouchedBy({ tags }: Change): boolean {
    return tags.some((tag) => {
      const changed = listIn(tag)
      return changed ? this.#usesList(changed) : this.#names.has(nameOf(tag))
    })
  }

  #noteList(collection: string, query: Query, answer: unknown): void {
    const where = query.where ?? {}
    const field = LISTED_BY[collection]?.find(field => typeof where[field]?.equals === 'string')
    const tag = listTag(collection, field ? { field, id: where[field]!.equals as string } : {})
    const windows = this.#lists.get(tag) ?? []
    windows.push(windowOf(collection, query, answer))
    this.#lists.set(tag, windows)
  }

  #usesList({ list, date }: { list: string, date?: string }): boolean {
    const windows = this.#lists.get(list) ?? []
    return windows.some(({ from, to }) => !date || ((!from || date >= from) && (!to || date <= to)))
  }

  #noteIds(value: unknown): void {
    if (typeof value === 'string') {
      if (ID.test(value))
        this.#names.add(value)
    }
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value))
        this.#noteIds(inner)
    }
  }
}

/** Returns the name of what a tag of a change stands for: a list without its date. */
export function dependencyOf(tag: string): string {
  return listIn(tag)?.list ?? nameOf(tag)
}

/** What was used, as it is written down. */
export interface UsesRecord {
  names: string[]
  lists: [tag: string, windows: Window[]][]
}

/** The dates between which a document that comes or goes changes a list; open where they are left out. */
interface Window {
  from?: string
  to?: string
}

interface Query {
  where?: Record<string, { equals?: unknown, less_than?: unknown } | undefined>
  sort?: string
  limit?: number
  pagination?: boolean
}

/** What came later moves a page of a list on, what came earlier does not. An answer that counts changes with every document. */
function windowOf(collection: string, { where, sort, limit, pagination }: Query, answer: unknown): Window {
  const field = DATED_BY[collection]
  if (!field || sort !== `-${field}` || pagination !== false)
    return {}
  const { docs } = answer as { docs: Record<string, string | undefined>[] }
  const to = where?.[field]?.less_than
  return {
    from: limit && docs.length >= limit ? docs.at(-1)?.[field] : undefined,
    to: typeof to === 'string' ? to : undefined,
  }
}

/** Ids of either database. */
const ID = /^(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** `posts:ID` counts by its id; an address and a global by all of their tag. */
function nameOf(tag: string): string {
  return pathIn(tag) === undefined ? idIn(tag) : tag
}
