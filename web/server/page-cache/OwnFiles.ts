import type { OwnPage } from './OwnPage'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { unlessMissing } from '@masthead/shared/unlessMissing'
import { AtomicWriter } from '../storage/AtomicWriter'
import { RemovedFolders } from '../storage/RemovedFolders'
import { decodeOwnPage, encodeOwnPage } from './OwnPage'

/** Stores the cached pages without their layout, as files that nginx does not serve. */
export class OwnFiles {
  readonly #folder: string
  readonly #removed: RemovedFolders
  readonly #writer: AtomicWriter

  constructor(folder: string) {
    this.#folder = folder
    this.#removed = new RemovedFolders(`${folder}.removed`)
    this.#writer = new AtomicWriter(`${folder}.writing`)
  }

  /** Removes the files that an earlier run did not finish to remove or to write. */
  open(): void {
    this.#removed.open()
    this.#writer.open()
  }

  /** @throws the error of the file system */
  write(path: string, own: OwnPage): void {
    this.#writer.writeSync(this.#fileOf(path), encodeOwnPage(own))
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

  #fileOf(path: string): string {
    return join(this.#folder, `${path}.page`)
  }
}
