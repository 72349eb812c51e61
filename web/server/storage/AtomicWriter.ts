import type { Buffer } from 'node:buffer'
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes files as a whole or not at all: readers, and a run after a crash, find either the old bytes or the new ones.
 * Unfinished files lie in a folder of their own, since a longer name beside the file could exceed the limit.
 *
 * @throws the error of the file system; the file is as it was then
 */
export class AtomicWriter {
  readonly #folder: string
  #count = 0

  /** @param folder on the file system of the files; only this writer uses it */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Removes what an earlier run did not finish. */
  open(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** @param options.modifiedS the file's time, in seconds since 1970; now, if it is left out */
  writeSync(file: string, data: Buffer | string, { modifiedS }: { modifiedS?: number } = {}): void {
    this.#replace(file, (temporary) => {
      writeFileSync(temporary, data)
      if (modifiedS !== undefined)
        utimesSync(temporary, modifiedS, modifiedS)
    })
  }

  /** Replaces a file by a symbolic link. */
  linkSync(file: string, target: string): void {
    this.#replace(file, temporary => symlinkSync(target, temporary))
  }

  /**
   * Writes a file in the background.
   *
   * @param options.isWanted whether to replace the file, asked once its bytes are on the disk and just before
   * @param options.isDurable whether the file outlives a loss of power once this resolves
   */
  async write(
    file: string,
    data: Buffer | string,
    { mode, isWanted = () => true, isDurable = false }: AsyncWrite = {},
  ): Promise<void> {
    const temporary = this.#nextName()
    try {
      await mkdir(this.#folder, { recursive: true })
      await mkdir(dirname(file), { recursive: true })
      await writeFile(temporary, data, { mode, flush: isDurable })
      if (!isWanted())
        return await rm(temporary)
      renameSync(temporary, file)
      if (isDurable)
        await syncFolder(dirname(file))
    }
    catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  #replace(file: string, writeTo: (temporary: string) => void): void {
    const temporary = this.#nextName()
    try {
      inFolder(temporary, () => writeTo(temporary))
      inFolder(file, () => renameSync(temporary, file))
    }
    catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  }

  #nextName(): string {
    return join(this.#folder, String(this.#count++))
  }
}

interface AsyncWrite {
  mode?: number
  isWanted?: () => boolean
  isDurable?: boolean
}

/** Does some work with a file, and creates its folder only if that fails. */
function inFolder(file: string, work: () => void): void {
  try {
    work()
  }
  catch {
    mkdirSync(dirname(file), { recursive: true })
    work()
  }
}

/** A new name is on the disk only after its folder. */
async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder)
  await directory.sync().finally(() => directory.close())
}
