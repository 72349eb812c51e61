import type { Changes } from '@masthead/shared/changes'
import type { Buffer } from 'node:buffer'
import type { Picture, PictureName } from './fetchPicture'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tagOf } from '@masthead/shared/tags'

/**
 * The pictures that readers have asked for, as files, so that they come when the CMS does not answer. What is under a
 * hash never changes; it goes when a picture of this content is deleted.
 */
export class PictureFiles {
  readonly #folder: string
  /** By the hash of their content, the ids of the media that have it. */
  readonly #ids = new Map<string, string[]>()
  #isOpen = false
  #removals = 0
  #writing = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Knows again what an earlier run kept. Before this nothing is kept: whoever does not follow the feed cannot know what is deleted. */
  open(): void {
    try {
      mkdirSync(this.#folder, { recursive: true })
      for (const entry of readdirSync(this.#folder))
        this.#knowAgain(entry)
      this.#isOpen = true
    }
    catch (error) {
      console.error(`Pictures cannot be kept on the disk: ${(error as Error).message}`)
    }
  }

  /** Begins with nothing. */
  begin(): void {
    this.clear()
    this.open()
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async read({ hash, name }: PictureName): Promise<Buffer | undefined> {
    return this.#ids.has(hash) ? readFile(join(this.#folder, hash, name)).catch(unlessMissing) : undefined
  }

  /** Where the fetching of a picture begins: what is deleted from then on is not kept. */
  mark(): number {
    return this.#removals
  }

  async keep({ hash, name }: PictureName, { body, ids }: Picture, begun: number): Promise<void> {
    if (!this.#isOpen)
      return
    const written = join(this.#folder, `.writing-${this.#writing++}`)
    try {
      await writeFile(written, body)
      if (begun !== this.#removals)
        return rmSync(written)
      const folder = join(this.#folder, hash)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, IDS), JSON.stringify(ids))
      this.#ids.set(hash, ids)
      renameSync(written, join(folder, name))
    }
    catch (error) {
      rmSync(written, { force: true })
      console.error(`The picture "${name}" cannot be kept on the disk: ${(error as Error).message}`)
    }
  }

  /** Follows the feed: removes what is deleted, and everything when that cannot be told. */
  follow({ changes, reset }: Changes): void {
    if (reset)
      this.#remove(() => true)
    const gone = new Set(changes.filter(({ kind }) => kind === 'gone').flatMap(({ tags }) => tags))
    if (gone.size > 0)
      this.#remove(ids => ids.some(id => gone.has(tagOf('media', id))))
  }

  #knowAgain(entry: string): void {
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

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT')
    throw error
}
