/** What was used of late, up to a limit: what is least lately used goes first. */
export class LruCache<Key, Value> {
  readonly #values = new Map<Key, Value>()
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  readonly #whenEvicted: (key: Key) => void
  #size = 0

  /**
   * @param options.limit how much there may be of all values together
   * @param options.sizeOf how much a value counts, always the same for one value; each counts 1 where it is left out
   * @param options.whenEvicted is told what had to go
   */
  constructor({ limit, sizeOf = () => 1, whenEvicted = () => {} }: { limit: number, sizeOf?: (value: Value) => number, whenEvicted?: (key: Key) => void }) {
    this.#limit = limit
    this.#sizeOf = sizeOf
    this.#whenEvicted = whenEvicted
  }

  /** Of all values together. */
  get size(): number {
    return this.#size
  }

  has(key: Key): boolean {
    return this.#values.has(key)
  }

  /** To look at a value is no use of it. */
  peek(key: Key): Value | undefined {
    return this.#values.get(key)
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key)
    if (value === undefined)
      return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.delete(key)
    this.#values.set(key, value)
    this.#size += this.#sizeOf(value)
    for (const [oldest] of this.#values) {
      if (this.#size <= this.#limit)
        break
      this.delete(oldest)
      this.#whenEvicted(oldest)
    }
  }

  delete(key: Key): void {
    const value = this.#values.get(key)
    if (value === undefined)
      return
    this.#size -= this.#sizeOf(value)
    this.#values.delete(key)
  }

  clear(): void {
    this.#values.clear()
    this.#size = 0
  }

  /** The least lately used first; to look at them is no use of them. */
  entries(): MapIterator<[Key, Value]> {
    return this.#values.entries()
  }
}
