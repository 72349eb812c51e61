/**
 * Tells the windows of this browser which records not to offer: those of forms that are open in one of them, and those
 * that one of them has settled. (Web Locks would know open forms for certain, but exist on encrypted pages only.)
 */
export class Presence {
  readonly #channel = new BroadcastChannel('masthead-journal')
  readonly #open = new Set<string>()
  readonly #listeners = new Set<(records: string[]) => void>()

  constructor() {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.type === 'who')
        this.settle(...this.#open)
      else
        this.#listeners.forEach(listener => listener(data.records))
    })
  }

  /** Marks a record as that of an open form until the caller runs the returned function. */
  hold(record: string): () => void {
    this.#open.add(record)
    return () => void this.#open.delete(record)
  }

  isOpenHere(record: string): boolean {
    return this.#open.has(record)
  }

  /** Tells the other windows not to offer these records. */
  settle(...records: string[]): void {
    if (records.length > 0)
      this.#send({ type: 'taken', records })
  }

  /**
   * Asks the other windows for the records of their open forms, and listens until the caller runs the returned
   * function.
   */
  onTaken(listener: (records: string[]) => void): () => void {
    this.#listeners.add(listener)
    this.#send({ type: 'who' })
    return () => void this.#listeners.delete(listener)
  }

  #send(message: Message): void {
    this.#channel.postMessage(message)
  }
}

type Message = { type: 'taken', records: string[] } | { type: 'who' }
