import type { SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import type { Session } from '../harness/Session.ts'
import type { Data } from './rowLists.ts'
import { problems } from '../harness/Session.ts'

/** The ways to save: the first two make drafts, the others are for readers. */
export type Saving = 'draft' | 'autosave' | 'publish' | 'save'

export interface StoredVersion {
  id: string
  version: Data
}

/** A document, or a global, as its editor reaches it over REST. */
export class Subject {
  readonly entity: Entity
  readonly #session: Session
  readonly #path: string
  readonly #id: string | undefined

  constructor(session: Session, entity: Entity, id?: string) {
    this.entity = entity
    this.#session = session
    this.#id = id
    this.#path = id === undefined ? `/api/globals/${entity.slug}` : `/api/${entity.slug}`
  }

  static async create(session: Session, entity: Entity, data: Data): Promise<Subject> {
    if (isGlobal(entity))
      return new Subject(session, entity).save(data, 'save')
    const { doc } = await request<{ doc: { id: string } }>(session, 'POST', `/api/${entity.slug}`, {
      draft: Boolean(entity.versions),
    }, data)
    return new Subject(session, entity, doc.id)
  }

  get savings(): Saving[] {
    return this.hasDrafts ? ['draft', 'autosave', 'autosave', 'publish'] : ['save']
  }

  /** Those that write over what is there: the others make a version. */
  get savingsInPlace(): Saving[] {
    return this.hasDrafts ? ['autosave', 'publish'] : ['save']
  }

  get isGlobal(): boolean {
    return isGlobal(this.entity)
  }

  get hasDrafts(): boolean {
    return Boolean(this.entity.versions)
  }

  async save(data: Data, how: Saving): Promise<this> {
    const query = {
      depth: 0,
      ...(how !== 'save' && how !== 'publish' && { draft: true }),
      ...(how === 'autosave' && { autosave: true }),
    }
    await this.#send(
      this.#id === undefined ? 'POST' : 'PATCH',
      this.#document,
      query,
      how === 'publish' ? { ...data, _status: 'published' } : data,
    )
    return this
  }

  /** What its editor sees. */
  latest(): Promise<Data> {
    return this.#send('GET', this.#document, { depth: 0, ...(this.hasDrafts && { draft: true }) })
  }

  /** What readers see, once it is published; until then, the first draft. */
  main(): Promise<Data> {
    return this.#send('GET', this.#document, { depth: 0 })
  }

  async versions(): Promise<StoredVersion[]> {
    return this.#versions<StoredVersion>({ pagination: false })
  }

  /** The id of the newest version. */
  async latestVersion(): Promise<string | undefined> {
    return (await this.#versions<{ id: string }>({ limit: 1, select: { updatedAt: true } }))[0]?.id
  }

  async restore(version: string): Promise<void> {
    await this.#send('POST', `${this.#path}/versions/${version}`, { draft: true })
  }

  async duplicate(): Promise<Subject> {
    const { doc } = await this.#send<{ doc: { id: string } }>('POST', `${this.#document}/duplicate`, { draft: true })
    return new Subject(this.#session, this.entity, doc.id)
  }

  get #document(): string {
    return this.#id === undefined ? this.#path : `${this.#path}/${this.#id}`
  }

  async #versions<Version>(query: object): Promise<Version[]> {
    return (await this.#send<{ docs: Version[] }>('GET', `${this.#path}/versions`, {
      depth: 0,
      sort: '-updatedAt',
      where: { parent: { equals: this.#id } },
      ...query,
    })).docs
  }

  #send<Body = Data>(method: string, path: string, query: object, body?: Data): Promise<Body> {
    return request(this.#session, method, path, query, body)
  }
}

export type Entity = SanitizedCollectionConfig | SanitizedGlobalConfig

function isGlobal(entity: Entity): entity is SanitizedGlobalConfig {
  return !('auth' in entity)
}

async function request<Body>(
  session: Session,
  method: string,
  path: string,
  query: object,
  body?: Data,
): Promise<Body> {
  const response = await session.send<Body>(method, path, { query, body })
  if (response.status >= 300)
    throw new Error(`${method} ${path} answered ${response.status}: ${problems(response)}\n${JSON.stringify(body)}`)
  return response.body
}
