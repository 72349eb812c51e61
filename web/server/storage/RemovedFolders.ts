import { randomUUID } from 'node:crypto'
import { mkdirSync, opendirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { unlessMissing } from '@masthead/shared/unlessMissing'
import { inBackground } from '../scheduling/inBackground'

/**
 * Removes folders: it moves them out of sight in one step, and deletes them in the background. Node's `rm` would block
 * the event loop, longer for more files.
 */
export class RemovedFolders {
  readonly #folder: string
  #isRemoving = false

  /** @param folder only this class writes there */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Removes the folders that an earlier run had no time for. */
  open(): void {
    mkdirSync(this.#folder, { recursive: true })
    this.#wake()
  }

  /**
   * Removes a folder, if there is one.
   *
   * @throws the error of the file system, if the folder cannot be taken out of sight
   */
  add(path: string): void {
    mkdirSync(this.#folder, { recursive: true })
    unlessMissing(() => renameSync(path, join(this.#folder, randomUUID())))
    this.#wake()
  }

  #wake(): void {
    if (!this.#isRemoving)
      void this.#removeAll()
  }

  async #removeAll(): Promise<void> {
    this.#isRemoving = true
    try {
      await inBackground(this.#steps(), step => step())
    }
    catch (error) {
      this.#isRemoving = false
      console.error(`An old folder could not be removed: ${(error as Error).message}`)
    }
  }

  * #steps(): Generator<Step> {
    for (let names = this.#names(); names.length > 0; names = this.#names()) {
      for (const name of names)
        yield* removal(join(this.#folder, name))
    }
    // Not later: the loop does not look again for a folder that is added from now on.
    this.#isRemoving = false
  }

  #names(): string[] {
    return unlessMissing(() => readdirSync(this.#folder)) ?? []
  }
}

type Step = () => void

/** A folder may hold 100,000 files, so its names are not read at once. */
function* removal(folder: string): Generator<Step> {
  const files = unlessMissing(() => opendirSync(folder))
  if (!files)
    return
  try {
    for (let file = files.readSync(); file; file = files.readSync()) {
      const path = join(folder, file.name)
      if (file.isDirectory())
        yield* removal(path)
      else
        yield () => unlessMissing(() => unlinkSync(path))
    }
  }
  finally {
    files.closeSync()
  }
  yield () => removeEmpty(folder)
}

/** Removes a folder if it is empty. A file system may skip files while others are removed; the next pass finds them. */
function removeEmpty(folder: string): void {
  try {
    unlessMissing(() => rmdirSync(folder))
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY')
      throw error
  }
}
