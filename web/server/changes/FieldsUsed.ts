import { digestOf } from '../page-cache/Page'

/**
 * The top-level fields of a document in a response of the CMS, for each collection that the document may belong to: `{
 * pages: ['path'] }` uses the path of a page, and all fields of a document of another collection. There is one object
 * for each combination, shared by all pages. The combinations come from the requests in the code, so they are few.
 */
export class FieldsUsed {
  /** Long enough to tell the few combinations apart. The index has an id for each dependency of each page. */
  static readonly #idLength = 8
  static readonly #known = new Map<string, FieldsUsed>()
  static readonly #byId = new Map<string, FieldsUsed>()
  /** Every field. */
  static readonly all = FieldsUsed.of({})
  /** No field: a bare reference shows only whether the document is public. */
  static readonly none = new FieldsUsed(undefined, 'none')
  /** Short, and the same in every run. */
  readonly id: string
  readonly #fields: ReadonlyMap<string, ReadonlySet<string>> | undefined

  private constructor(fields: ReadonlyMap<string, ReadonlySet<string>> | undefined, id: string) {
    this.#fields = fields
    this.id = id
    FieldsUsed.#byId.set(id, this)
  }

  static of(record: FieldsRecord): FieldsUsed {
    const fields = Object.entries(record).sort().map(([collection, names]) =>
      [collection, [...new Set(names)].sort()] as const,
    )
    const key = JSON.stringify(fields)
    const known = this.#known.get(key)
      ?? new FieldsUsed(
        new Map(fields.map(([collection, names]) => [collection, new Set(names)])),
        digestOf([key]).slice(0, this.#idLength),
      )
    this.#known.set(key, known)
    return known
  }

  /** Returns undefined for an id that this run does not know. */
  static withId(id: string): FieldsUsed | undefined {
    return this.#byId.get(id)
  }

  /** The form that the index stores; undefined for no field. */
  get record(): FieldsRecord | undefined {
    return this.#fields && Object.fromEntries([...this.#fields].map(([collection, names]) => [collection, [...names]]))
  }

  /** Returns the fields that either of two combinations uses. */
  or(other: FieldsUsed): FieldsUsed {
    const [one, two] = [this.record, other.record]
    if (!one || this === other)
      return other
    if (!two)
      return this
    // A combination uses all fields of a collection that it does not name.
    return FieldsUsed.of(
      Object.fromEntries(
        Object.keys(one).filter(name => name in two).map(name => [name, [...one[name]!, ...two[name]!]]),
      ),
    )
  }

  /**
   * Returns whether a change affects these fields.
   *
   * @param changed the fields that changed; undefined if all may have
   */
  areAffectedBy(collection: string, changed: readonly string[] | undefined): boolean {
    if (!changed || !this.#fields)
      return !changed
    const used = this.#fields.get(collection)
    return !used || changed.some(field => used.has(field))
  }
}

export type FieldsRecord = Record<string, readonly string[]>
