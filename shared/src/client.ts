import type { Config } from './payload-types.ts'
import type { Collections, CollectionSlug, Globals, GlobalSlug } from './types.ts'
import { CmsError } from './error.ts'
import { queryString } from './queryString.ts'

/**
 * Returns the REST client of the CMS. The caller supplies `fetch`. Requests are anonymous unless `headers` authenticate
 * them.
 */
export function createCmsClient({ url, fetch, timeout, headers, interceptor }: CmsClientOptions): CmsClient {
  const get = <T>(path: string, query: object) => {
    const send = () => read<T>(`${url}/api/${path}${queryString(query)}`, { fetch, timeout, headers })
    return interceptor ? interceptor({ path, query }, send) : send()
  }

  const find: CmsClient['find'] = (collection, query = {}) => get(collection, query)

  return {
    find,
    findOne: async (collection, query) => (await find(collection, { ...query, limit: 1, pagination: false })).docs[0],
    count: async (collection, query = {}) => (await get<{ totalDocs: number }>(`${collection}/count`, query)).totalDocs,
    global: (slug, query = {}) => get(`globals/${slug}`, query),
    send: ({ path, query }) => get(path, query),
  }
}

export interface CmsClientOptions {
  /** The address of the CMS, without a trailing slash. */
  url: string
  fetch: typeof globalThis.fetch
  /** Milliseconds that a call may take in total. */
  timeout: number
  headers?: Record<string, string>
  interceptor?: Interceptor
}

/** Intercepts a request to the CMS: it may send it, record the response, or return one that it already has. */
export type Interceptor = <T>(request: CmsRequest, send: () => Promise<T>) => Promise<T>

export interface CmsRequest {
  /** Under `/api/`. */
  path: string
  query: object
}

export interface CmsClient {
  find: <Slug extends CollectionSlug, const Chosen extends CollectionSelect<Slug>>(
    collection: Slug,
    query?: FindQuery<Slug, Chosen>,
  ) => Promise<Page<Selected<Collections[Slug], Chosen>>>
  /** Returns the first result of `find`. */
  findOne: <Slug extends CollectionSlug, const Chosen extends CollectionSelect<Slug>>(
    collection: Slug,
    query: Omit<FindQuery<Slug, Chosen>, 'limit' | 'page' | 'pagination'>,
  ) => Promise<Selected<Collections[Slug], Chosen> | undefined>
  count: <Slug extends CollectionSlug>(collection: Slug, query?: Pick<FindQuery<Slug>, 'where'>) => Promise<number>
  global: <Slug extends GlobalSlug, const Chosen extends GlobalSelect<Slug>>(
    slug: Slug,
    query?: DocumentQuery<Chosen>,
  ) => Promise<Selected<Globals[Slug], Chosen>>
  /** Sends a request as it is: for another process that goes through this client. */
  send: (request: CmsRequest) => Promise<unknown>
}

interface DocumentQuery<Chosen> {
  /** The fields to return; all of them if left out. */
  select?: Chosen
  /** The fields to return of referenced documents, by collection. */
  populate?: { [Slug in CollectionSlug]?: CollectionSelect<Slug> }
  /** How many levels of references are populated. */
  depth?: number
}

export interface FindQuery<Slug extends CollectionSlug, Chosen = CollectionSelect<Slug>> extends DocumentQuery<Chosen> {
  where?: Where<Collections[Slug]>
  /** Names of fields; a leading hyphen means descending. */
  sort?: string
  page?: number
  limit?: number
  pagination?: boolean
}

/** Conditions by field, or by a path that begins with a field. */
export type Where<Doc>
  = & { [path in keyof Doc & string | `${keyof Doc & string}.${string}`]?: Condition }
    & { and?: Where<Doc>[], or?: Where<Doc>[] }

interface Condition {
  equals?: string | number | boolean | null
  not_equals?: string | number | boolean | null
  in?: readonly (string | number)[]
  not_in?: readonly (string | number)[]
  exists?: boolean
  like?: string
  contains?: string
  greater_than?: string | number | Date
  greater_than_equal?: string | number | Date
  less_than?: string | number | Date
  less_than_equal?: string | number | Date
}

export interface Page<Doc> {
  docs: Doc[]
  totalDocs: number
  totalPages: number
  page: number
  hasNextPage: boolean
  hasPrevPage: boolean
}

export type CollectionSelect<Slug extends CollectionSlug> = Including<Config['collectionsSelect'][Slug]>

export type GlobalSelect<Slug extends GlobalSlug> = Including<Config['globalsSelect'][Slug]>

/** Of the two forms of a select, the one that lists the fields to include. */
type Including<Select> = Select extends { updatedAt?: true } ? Select : never

/** A document with the selected fields, or with all. */
type Selected<Doc, Chosen> = keyof Chosen extends never ? Doc : string extends keyof Chosen ? Doc
  : Pick<Doc, keyof Doc & (keyof Chosen | 'id')>

type Reading = Omit<CmsClientOptions, 'interceptor' | 'url'>

async function read<T>(url: string, { fetch, timeout, headers }: Reading): Promise<T> {
  const signal = AbortSignal.timeout(timeout)
  const attempt = async () => {
    const response = await fetch(url, { headers: { accept: 'application/json', ...headers }, signal })
    return { status: response.status, ok: response.ok, body: await response.text() }
  }
  const fail = (problem: string, details: { status?: number, cause?: unknown }): never => {
    throw new CmsError({ method: 'GET', url, problem, ...details })
  }

  const { status, ok, body } = await attempt()
    // A broken connection (the CMS restarted, for example) is worth one more try: a read changes nothing.
    .catch(cause => signal.aborted ? Promise.reject(cause) : attempt())
    .catch(cause =>
      fail(signal.aborted ? `no answer within ${timeout} ms` : `no connection (${reasonOf(cause)})`, { cause }),
    )
  if (!ok)
    fail(messageOf(body), { status })
  try {
    return JSON.parse(body) as T
  }
  catch (cause) {
    return fail('the answer is not JSON', { status, cause })
  }
}

/** Returns why `fetch` failed, which its error hides in its cause. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } }
  return cause?.code ?? String(error)
}

/** Returns the first message of an error in Payload's form. */
function messageOf(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message?: string }[] }
    return errors?.[0]?.message ?? ''
  }
  catch {
    return ''
  }
}
