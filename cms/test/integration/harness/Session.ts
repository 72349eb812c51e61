import type { Page } from '@masthead/shared/client'
import type { Collections, CollectionSlug, Globals, GlobalSlug } from '@masthead/shared/types'
import type { Buffer } from 'node:buffer'
import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import { queryString } from '@masthead/shared/queryString'

export interface Answer<Body = unknown> {
  status: number
  headers: Headers
  text: string
  body: Body
}

export interface Sending {
  query?: object
  /** Sent as JSON, or beside the file. */
  body?: unknown
  file?: Upload
  headers?: Record<string, string>
}

export interface Upload {
  name: string
  type: string
  bytes: Buffer
}

export interface Version<Slug extends CollectionSlug> {
  id: string
  parent: string
  version: Collections[Slug]
  latest?: boolean
}

export interface Person {
  id: string
  email: string
  name: string
}

/** REST as one person sees it. `send` gives any answer; all else throws unless the CMS did what was asked. */
export class Session {
  readonly url: string
  readonly #token: string | undefined
  readonly #person: Person | undefined
  readonly #password: string | undefined

  /** With a password, it confirms every change of users as the admin does when it asks for it. */
  constructor(url: string, token?: string, person?: Person, password?: string) {
    this.url = url
    this.#token = token
    this.#person = person
    this.#password = password
  }

  /** The same person, who does not know their password. */
  get withoutPassword(): Session {
    return new Session(this.url, this.#token, this.#person)
  }

  get person(): Person {
    if (!this.#person)
      throw new Error('A stranger is nobody.')
    return this.#person
  }

  get token(): string {
    return this.#token ?? ''
  }

  async signIn(email: string, password: string, code?: string): Promise<Session> {
    const { body } = await this.#require<{ token: string, user: Person }>('POST', '/api/users/login', {
      body: { email, password, code },
    })
    return new Session(this.url, body.token, body.user, password)
  }

  async send<Body = unknown>(
    method: string,
    path: string,
    { query = {}, body, file, headers }: Sending = {},
  ): Promise<Answer<Body>> {
    const response = await this.#fetch(path + queryString(query), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.#token && { authorization: `JWT ${this.#token}` }),
        ...(body !== undefined && !file && { 'content-type': 'application/json' }),
        // To pack and unpack answers takes longer than to send them.
        'accept-encoding': 'identity',
        ...(this.#password && CONFIRMED.test(`${method} ${path}`)
          && { 'x-current-password': encodeURIComponent(this.#password) }),
        ...headers,
      },
      body: file ? formOf(file, body) : bodyOf(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) as Body }
  }

  async create<Slug extends CollectionSlug>(
    collection: Slug,
    data: Partial<Collections[Slug]>,
    query: object = {},
  ): Promise<Collections[Slug]> {
    return this.#document('POST', `/api/${collection}`, { query: { depth: 0, ...query }, body: data })
  }

  async upload(
    file: Upload,
    data: Partial<Collections['media']> = { alt: 'A test picture' },
  ): Promise<Collections['media']> {
    return this.#document('POST', '/api/media', { body: data, file })
  }

  async update<Slug extends CollectionSlug>(
    collection: Slug,
    id: string,
    data: Partial<Collections[Slug]>,
    query: object = {},
  ): Promise<Collections[Slug]> {
    return this.#patch(collection, id, data, query)
  }

  saveDraft<Slug extends CollectionSlug>(
    collection: Slug,
    id: string,
    data: Partial<Collections[Slug]>,
  ): Promise<Collections[Slug]> {
    return this.update(collection, id, data, { draft: true })
  }

  publish<Slug extends DraftSlug>(
    collection: Slug,
    id: string,
    data: Partial<Collections[Slug]> = {},
  ): Promise<Collections[Slug]> {
    return this.#patch(collection, id, { ...data, _status: 'published' })
  }

  unpublish<Slug extends DraftSlug>(collection: Slug, id: string): Promise<Collections[Slug]> {
    return this.#patch(collection, id, { _status: 'draft' })
  }

  trash<Slug extends CollectionSlug>(collection: Slug, id: string): Promise<Collections[Slug]> {
    return this.#patch(collection, id, { deletedAt: new Date().toISOString() })
  }

  /** Takes a document out of the trash; one that was published with the status that it is to have. */
  restore<Slug extends CollectionSlug>(
    collection: Slug,
    id: string,
    data: Partial<Collections[Slug]> = {},
  ): Promise<Collections[Slug]> {
    return this.#patch(collection, id, { ...data, deletedAt: null }, { trash: true })
  }

  async delete(collection: CollectionSlug, id: string): Promise<void> {
    await this.#require('DELETE', `/api/${collection}/${id}`, { query: { trash: true } })
  }

  async get<Slug extends CollectionSlug>(collection: Slug, id: string, query: object = {}): Promise<Collections[Slug]> {
    return (await this.#require<Collections[Slug]>('GET', `/api/${collection}/${id}`, { query })).body
  }

  async find<Slug extends CollectionSlug>(collection: Slug, query: object = {}): Promise<Page<Collections[Slug]>> {
    return (await this.#require<Page<Collections[Slug]>>('GET', `/api/${collection}`, { query })).body
  }

  async count(collection: CollectionSlug, query: object = {}): Promise<number> {
    return (await this.#require<{ totalDocs: number }>('GET', `/api/${collection}/count`, { query })).body.totalDocs
  }

  /** All versions of a document, newest first. */
  async versions<Slug extends DraftSlug>(collection: Slug, id: string): Promise<Version<Slug>[]> {
    const query = { where: { parent: { equals: id } }, sort: '-updatedAt', pagination: false, depth: 0 }
    return (await this.#require<Page<Version<Slug>>>('GET', `/api/${collection}/versions`, { query })).body.docs
  }

  /** Restores an earlier version as a draft, and publishes it if the data say so. */
  async restoreVersion(collection: DraftSlug, id: string, data: { _status?: 'published' } = {}): Promise<void> {
    await this.#require('POST', `/api/${collection}/versions/${id}`, { body: data })
  }

  async global<Slug extends GlobalSlug>(slug: Slug): Promise<Globals[Slug]> {
    return (await this.#require<Globals[Slug]>('GET', `/api/globals/${slug}`, {})).body
  }

  #patch<Doc>(collection: CollectionSlug, id: string, body: object, query: object = {}): Promise<Doc> {
    return this.#document('PATCH', `/api/${collection}/${id}`, { query: { depth: 0, ...query }, body })
  }

  async #document<Doc>(method: string, path: string, sending: Sending): Promise<Doc> {
    return (await this.#require<{ doc: Doc }>(method, path, sending)).body.doc
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(this.url + address, init)
    }
    catch (cause) {
      throw new Error(`${init.method} ${address} was not answered: ${String((cause as Error).cause ?? cause)}`, {
        cause,
      })
    }
  }

  async #require<Body>(method: string, path: string, sending: Sending): Promise<Answer<Body>> {
    const answer = await this.send<Body>(method, path, sending)
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${problems(answer)}`)
    return answer
  }
}

/** All that an answer says is wrong, fields by name. */
export function problems({ text, body }: Answer): string {
  const { errors = [] } = (body ?? {}) as { errors?: Problem[] }
  const sentences = errors.flatMap((
    { message, data },
  ) => [message, ...(data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`)])
  return sentences.join('\n') || text
}

interface Problem {
  message: string
  data?: { errors?: { path: string, message: string }[] }
}

const CONFIRMED
  = /^(?:PATCH|DELETE) \/api\/users(?:\/[^/]+)?$|^POST \/api\/users(?:\/[^/]+\/one-time-link)?$|^(?:POST|DELETE) \/api\/users\/[^/]+\/second-factor(?:\/(?:totp|recovery-codes|passkey-options|passkeys\/.+))?$/

function bodyOf(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
}

function formOf({ name, type, bytes }: Upload, body: unknown): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  form.append('_payload', JSON.stringify(body ?? {}))
  return form
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
