import type { OwnPage } from './OwnPage'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { RemovedFolders } from '../storage/RemovedFolders'
import { decodeOwnPage, encodeOwnPage } from './OwnPage'
import { unlessMissing } from './unlessMissing'

/** The cached pages without their frame, as files that no web server serves. */
export class OwnFiles {
  readonly #folder: string
  readonly #removed: RemovedFolders
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
    this.#removed = new RemovedFolders(`${folder}.removed`)
  }

  /** Removes the files that an earlier run had no time for. */
  open(): void {
    this.#removed.open()
    this.#removed.add(this.#writing)
  }

  /** @throws the error of the file system */
  write(path: string, own: OwnPage): void {
    const file = this.#fileOf(path)
    // Not beside it: its name may be as long as names may be.
    const temporary = join(this.#writing, String(this.#count++))
    try {
      mkdirSync(this.#writing, { recursive: true })
      writeFileSync(temporary, encodeOwnPage(own))
      mkdirSync(dirname(file), { recursive: true })
      renameSync(temporary, file)
    }
    catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  }

  /**
   * Returns the page that was written; undefined if the file holds another one, or none.
   *
   * @throws the error of the file system, if there is a file that cannot be read
   */
  read(path: string, etag: string): OwnPage | undefined {
    const file = unlessMissing(() => readFileSync(this.#fileOf(path)))
    const own = file && decodeOwnPage(file)
    return own?.etag === etag ? own : undefined
  }

  remove(path: string): void {
    rmSync(this.#fileOf(path), { force: true })
  }

  /** Removes every file. */
  clear(): void {
    this.#removed.add(this.#folder)
  }

  get #writing(): string {
    return `${this.#folder}.writing`
  }

  #fileOf(path: string): string {
    return join(this.#folder, `${path}.page`)
  }
}
