import type { Referenced } from './submitToCms'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '@masthead/shared/backoffMs'
import { contentOf } from '@masthead/shared/enquiry'
import { AtomicWriter } from '../storage/AtomicWriter'

/**
 * Stores enquiries on disk while the CMS cannot accept them, in one file each that only its owner may read. It submits
 * each until the CMS has it, across restarts. The CMS recognizes an enquiry that it gets twice.
 */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #refusedFolder: string
  readonly #writer: AtomicWriter
  readonly #stopped = new AbortController()
  /** References by file name; a promise while the file is being written. The first is submitted next. */
  readonly #waiting = new Map<string, Promise<string> | string>()
  #refused = 0
  #working: Promise<void> | undefined

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#refusedFolder = join(options.folder, 'refused')
    this.#writer = new AtomicWriter(`${options.folder}.writing`)
  }

  get state(): { waiting: number, refused: number } {
    return { waiting: this.#waiting.size, refused: this.#refused }
  }

  /**
   * Takes over the enquiries of an earlier process, and starts to submit them.
   *
   * @throws if the folder cannot be written to
   */
  open(): void {
    try {
      mkdirSync(this.#refusedFolder, { recursive: true, mode: 0o700 })
    }
    catch (cause) {
      throw new Error(
        `Enquiries cannot be stored in ${this.#options.folder}: set DATA_DIR to a folder that the site may write to.`,
        { cause },
      )
    }
    // The site has not thanked their visitors.
    this.#writer.open()
    this.#refused = readdirSync(this.#refusedFolder).length
    for (const name of readdirSync(this.#options.folder)) {
      // Earlier versions left unfinished files here.
      if (name.endsWith('.part'))
        rmSync(this.#path(name))
      else if (name.endsWith('.json'))
        this.#find(name)
    }
    this.#deliver()
  }

  /** Returns the reference of the same enquiry if it waits already: a visitor who sends it again means that one. */
  async referenceOf({ enquiry }: Referenced): Promise<string | undefined> {
    return this.#waiting.get(nameOf(enquiry))
  }

  /**
   * Stores an enquiry until the CMS has it. Returns its reference.
   *
   * @throws if it cannot be stored, and so is not accepted
   */
  async store(referenced: Referenced): Promise<string> {
    const name = nameOf(referenced.enquiry)
    const known = this.#waiting.get(name)
    if (known)
      return known
    if (this.#waiting.size + this.#refused >= this.#options.maxEntries) {
      throw new Error(
        `${this.#options.maxEntries} enquiries are stored in ${this.#options.folder}, and there is no room for more`,
      )
    }
    const writing = this.#write(name, referenced)
    this.#waiting.set(name, writing)
    try {
      const reference = await writing
      this.#deliver()
      return reference
    }
    catch (error) {
      this.#waiting.delete(name)
      throw error
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  #path(name: string): string {
    return join(this.#options.folder, name)
  }

  #find(name: string): void {
    try {
      this.#waiting.set(name, (JSON.parse(readFileSync(this.#path(name), 'utf8')) as Referenced).reference)
    }
    catch (error) {
      if (!(error instanceof SyntaxError))
        throw error
      renameSync(this.#path(name), join(this.#refusedFolder, name))
      this.#refused++
      console.error(`An enquiry is damaged, so the site moved it to ${join(this.#refusedFolder, name)}.`)
    }
  }

  /** Writes a file as a whole or not at all. It outlives a loss of power. */
  async #write(name: string, referenced: Referenced): Promise<string> {
    await this.#writer.write(
      this.#path(name),
      JSON.stringify({ ...referenced, sent: new Date().toISOString() }, null, 2),
      { mode: 0o600, isDurable: true },
    )
    return referenced.reference
  }

  #deliver(): void {
    this.#working ??= this.#deliverAll().finally(() => this.#working = undefined)
  }

  /** Submits one after the other. An enquiry that fails goes to the end of the line, so it does not hold up others. */
  async #deliverAll(): Promise<void> {
    const { signal } = this.#stopped
    for (let failures = 0; this.#waiting.size > 0 && !signal.aborted;) {
      const [name, reference] = this.#waiting.entries().next().value!
      try {
        await reference
        await this.#deliverOne(name)
        if (failures > 0)
          console.warn('Enquiries are submitted again.')
        failures = 0
        this.#waiting.delete(name)
      }
      catch (error) {
        if (failures++ === 0)
          console.error(`An enquiry waits until it can be submitted: ${(error as Error).message}`)
        if (this.#waiting.delete(name))
          this.#waiting.set(name, reference)
        await sleep(backoffMs(failures, BACKOFF), undefined, { signal }).catch(() => {})
      }
    }
  }

  async #deliverOne(name: string): Promise<void> {
    // An operator may have removed the file.
    if (!existsSync(this.#path(name)))
      return
    const referenced = JSON.parse(await readFile(this.#path(name), 'utf8')) as Referenced
    if (await this.#options.deliver(referenced)) {
      await rm(this.#path(name))
      return
    }
    await rename(this.#path(name), join(this.#refusedFolder, name))
    this.#refused++
    console.error(
      `Enquiry ${referenced.reference} was refused by the CMS, so the site moved it to ${join(this.#refusedFolder, name)}.`,
    )
  }
}

export interface OutboxOptions {
  folder: string
  /** Submits one. Returns whether the CMS has it now, or refuses it. Throws if a later attempt may succeed. */
  deliver: (referenced: Referenced) => Promise<boolean>
  /** How many enquiries there may be, the refused ones included. */
  maxEntries: number
}

function nameOf(enquiry: Referenced['enquiry']): string {
  return `${createHash('sha256').update(contentOf(enquiry)).digest('hex')}.json`
}

const BACKOFF = { baseMs: 250, maxMs: 10_000 }
