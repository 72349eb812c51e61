import type { RenderedPage, RenderRequest } from './messages'
import type { RenderProcess, SendToCms } from './RenderProcess'
import { LRUCache } from 'lru-cache'
import { RenderError } from './RenderError'

/**
 * Renders pages in separate processes, one page at a time in each. So a page that loops or exhausts memory does not
 * harm others, and it is known which one it was.
 */
export class RenderPool {
  readonly #start: () => RenderProcess
  readonly #now: () => number
  readonly #slots: Slot[]
  readonly #queue: ((slot: Slot) => void)[] = []
  /** Most pages ended a process once. */
  readonly #faults = new LRUCache<string, Faults>({ max: MAX_FAULTY_PAGES })

  /** @param options.size how many pages are rendered at once */
  constructor(
    { start, size, now = () => performance.now() }: { start: () => RenderProcess, size: number, now?: () => number },
  ) {
    this.#start = start
    this.#now = now
    this.#slots = Array.from({ length: size }, () => ({ isFree: true }))
  }

  /**
   * Renders a page, and again if its process ended. A page that ended three processes is refused for a minute.
   *
   * @throws {RenderError}
   */
  async render(request: RenderRequest, send: SendToCms): Promise<RenderedPage> {
    const key = request.path.replace(/\?.*/s, '')
    for (;;) {
      this.#requireSound(key)
      const slot = await this.#take()
      try {
        const page = await this.#processOf(slot).render(request, send)
        this.#faults.delete(key)
        return page
      }
      catch (error) {
        // The page threw and its process goes on, or no process could start.
        if (slot.process?.isAlive || !(error instanceof RenderError))
          throw error
        console.error(`[RENDER] ${error.message}`)
        this.#recordFault(key)
      }
      finally {
        this.#giveBack(slot)
      }
    }
  }

  #requireSound(key: string): void {
    const faults = this.#faults.get(key)
    if (!faults || faults.count < MAX_FAULTS)
      return
    if (this.#now() - faults.last < COOLDOWN_MS)
      throw new RenderError(key, `it ended ${faults.count} render processes, and is left alone for a minute`)
    this.#faults.delete(key)
  }

  #recordFault(key: string): void {
    const count = (this.#faults.get(key)?.count ?? 0) + 1
    this.#faults.set(key, { count, last: this.#now() })
  }

  async #take(): Promise<Slot> {
    // A running process comes before one that would have to start.
    const slot = this.#slots.find(({ isFree, process }) => isFree && process?.isAlive)
      ?? this.#slots.find(({ isFree }) => isFree)
    if (!slot)
      return new Promise(resolve => this.#queue.push(resolve))
    slot.isFree = false
    return slot
  }

  #giveBack(slot: Slot): void {
    const next = this.#queue.shift()
    if (next)
      next(slot)
    else
      slot.isFree = true
  }

  #processOf(slot: Slot): RenderProcess {
    if (!slot.process?.isAlive)
      slot.process = this.#start()
    return slot.process
  }
}

export type Renderer = Pick<RenderPool, 'render'>

interface Slot {
  isFree: boolean
  process?: RenderProcess
}

interface Faults {
  count: number
  last: number
}

const MAX_FAULTS = 3
const COOLDOWN_MS = 60_000
const MAX_FAULTY_PAGES = 1000
