import type { Changes } from '@masthead/shared/changes'
import type { Buffer } from 'node:buffer'
import type { FetchedImage, ImageName } from './fetchImage'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tagOf } from '@masthead/shared/tags'
import { unlessMissing } from '@masthead/shared/unlessMissing'
import { AtomicWriter } from '../storage/AtomicWriter'

/**
 * Stores the images that readers have requested, as files, so that readers get them while the CMS is away. Files under
 * a hash never change. They are removed when a media document of this content is deleted.
 */
export class ImageFiles {
  readonly #folder: string
  readonly #writer: AtomicWriter
  /** By the hash of their content, the ids of the media that have it. */
  readonly #ids = new Map<string, string[]>()
  #isOpen = false
  #removals = 0

  constructor(folder: string) {
    this.#folder = folder
    this.#writer = new AtomicWriter(`${folder}.writing`)
  }

  /** Takes over the files of an earlier run. Before this nothing is stored: without the feed, deletions are unknown. */
  open(): void {
    try {
      this.#writer.open()
      mkdirSync(this.#folder, { recursive: true })
      for (const entry of readdirSync(this.#folder))
        this.#takeOver(entry)
      this.#isOpen = true
    }
    catch (error) {
      console.error(`Images cannot be stored on the disk: ${(error as Error).message}`)
    }
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async read({ hash, name }: ImageName): Promise<Buffer | undefined> {
    return this.#ids.has(hash) ? unlessMissing(() => readFile(join(this.#folder, hash, name))) : undefined
  }

  /** Counts how often images were removed. */
  get removals(): number {
    return this.#removals
  }

  /**
   * @param removals the count when the image was requested: if images were removed since, this one may be among them
   */
  async store({ hash, name }: ImageName, { body, ids }: FetchedImage, removals: number): Promise<void> {
    const isWanted = () => removals === this.#removals
    if (!this.#isOpen || !isWanted())
      return
    const folder = join(this.#folder, hash)
    try {
      this.#writer.writeSync(join(folder, IDS), JSON.stringify(ids))
      this.#ids.set(hash, ids)
      await this.#writer.write(join(folder, name), body, { isWanted })
    }
    catch (error) {
      console.error(`The image "${name}" cannot be stored on the disk: ${(error as Error).message}`)
    }
  }

  /** Removes the images that were deleted, and with `reset` all. */
  onChanges({ changes, reset }: Changes): void {
    if (reset && this.#isOpen)
      this.#remove(() => true)
    else if (reset)
      this.#openEmpty()
    const gone = new Set(changes.filter(({ kind }) => kind === 'gone').flatMap(({ tags }) => tags))
    if (gone.size > 0)
      this.#remove(ids => ids.some(id => gone.has(tagOf('media', id))))
  }

  #openEmpty(): void {
    this.clear()
    this.open()
  }

  #takeOver(entry: string): void {
    const ids = join(this.#folder, entry, IDS)
    if (existsSync(ids))
      this.#ids.set(entry, JSON.parse(readFileSync(ids, 'utf8')) as string[])
    else
      rmSync(join(this.#folder, entry), { recursive: true })
  }

  #remove(isGone: (ids: string[]) => boolean): void {
    this.#removals++
    for (const [hash, ids] of this.#ids) {
      if (!isGone(ids))
        continue
      rmSync(join(this.#folder, hash), { recursive: true, force: true })
      this.#ids.delete(hash)
    }
  }
}

const IDS = '.ids.json'
