import type { Touched } from '@masthead/shared/touched'

/**
 * Stores how far a site instance has followed the change feed, for all processes. It stores progress at once, and a
 * mere repeat of the request every 20 s. During a burst of changes the instance sends many requests a second; then it
 * stores the latest one twice a second.
 */
export class SiteInstanceNote {
  readonly #save: (progress: Progress) => Promise<unknown>
  #wanted: Progress = { followed: 0 }
  #written: number | undefined
  #writtenAt = 0
  #writing: Promise<void> | undefined

  /** @param save stores how far the site instance has followed */
  constructor(save: (progress: Progress) => Promise<unknown>) {
    this.#save = save
  }

  /** Resolves when the progress is stored, together with any that came while it was being stored. */
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

/** How far a site instance has followed the change feed. */
export interface Progress {
  /** The sequence number of the last change that it followed. */
  followed: number
  /** The cached pages that the last changes affected there; left out if the site instance does not report them. */
  touched?: Touched[]
}

/** Milliseconds between two writes. A live check waits longer than this. */
const WRITE_INTERVAL_MS = 500

/**
 * Milliseconds after which a repeated request is stored again: far less than the time after which a live check ignores
 * a silent site instance.
 */
const HEARTBEAT_MS = 20_000
