/** The bytes of pages, up to a limit: what is least lately read goes first. */
export class Memory<Key, Value extends { bytes: number }> {
  readonly #values = new Map<Key, Value>()
  readonly #limit: number
  readonly #whenGone: (key: Key) => void
  #bytes = 0

  constructor({ limit, whenGone }: { /** Bytes. */ limit: number, /** Is told what had to go. */ whenGone: (key: Key) => void }) {
    this.#limit = limit
    this.#whenGone = whenGone
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key)
    if (!value)
      return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.delete(key)
    this.#values.set(key, value)
    this.#bytes += value.bytes
    for (const [oldest] of this.#values) {
      if (this.#bytes <= this.#limit)
        break
      this.delete(oldest)
      this.#whenGone(oldest)
    }
  }

  delete(key: Key): void {
    this.#bytes -= this.#values.get(key)?.bytes ?? 0
    this.#values.delete(key)
  }

  clear(): void {
    this.#values.clear()
    this.#bytes = 0
  }
}
