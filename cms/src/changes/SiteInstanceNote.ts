import type { Touched } from '@masthead/shared/touched'

/**
 * How far a web has followed, noted for all processes: at once when it is further, and when it has only asked again,
 * now and then. While one change follows the other it asks many times a second: then what it asked for last is noted
 * twice a second.
 */
export class SiteInstanceNote {
  readonly #save: (progress: Progress) => Promise<unknown>
  #wanted: Progress = { followed: 0 }
  #written: number | undefined
  #writtenAt = 0
  #writing: Promise<void> | undefined

  /** @param save writes down how far the web has followed */
  constructor(save: (progress: Progress) => Promise<unknown>) {
    this.#save = save
  }

  /** Once it is noted, with all that came while it was being noted. */
  async note(progress: Progress): Promise<void> {
    this.#wanted = progress
    if (progress.followed !== this.#written || Date.now() - this.#writtenAt > HEARTBEAT_MS)
      this.#writing ??= this.#write().finally(() => this.#writing = undefined)
    await this.#writing
  }

  async #write(): Promise<void> {
    do {
      await new Promise(resolve => setTimeout(resolve, Math.max(0, this.#writtenAt + WRITE_INTERVAL_MS - Date.now())))
      const progress = this.#wanted
      await this.#save(progress)
      this.#written = progress.followed
      this.#writtenAt = Date.now()
    } while (this.#wanted.followed !== this.#written)
  }
}

/** How far a web has followed. */
export interface Progress {
  /** The number of the last change. */
  followed: number
  /** The pages that the last changes touched there; left out where the web does not report them. */
  touched?: Touched[]
}

/** Milliseconds between two notes; a proof waits for longer. */
const WRITE_INTERVAL_MS = 500

/** Milliseconds after which a web that asks for the same again is noted: far less than those for which a proof counts it as there. */
const HEARTBEAT_MS = 20_000
