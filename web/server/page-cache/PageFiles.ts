import type { Buffer } from 'node:buffer'
import type { Page } from './Page'
import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, opendirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unlessMissing } from '@masthead/shared/unlessMissing'
import { AtomicWriter } from '../storage/AtomicWriter'
import { RemovedFolders } from '../storage/RemovedFolders'
import { bodyOf } from './Page'

/**
 * The composed pages as files, in the shape of the site, for nginx. They lie in generations: `live` links to the
 * current one, so all pages are replaced in one step. `.previous` in a generation links to the one before, which nginx
 * uses only while the site instance is down. docs/how-it-stays-live.md describes the folders.
 *
 * @throws the error of the file system, except where a file that is to be removed does not exist
 */
export class PageFiles {
  readonly #folder: string
  readonly #removed: RemovedFolders
  readonly #writer: AtomicWriter
  /** The names of the generations that nginx can reach, the current one first. */
  #reachable: string[] = []

  constructor(folder: string) {
    this.#folder = folder
    this.#removed = new RemovedFolders(this.#path('removed'))
    this.#writer = new AtomicWriter(this.#path('writing'))
  }

  /** Takes over the generations of an earlier run. */
  open(): void {
    this.#removed.open()
    this.#writer.open()
    // Earlier versions stored their pages in a folder of this name.
    if (isFolder(this.#path('live')))
      this.#removed.add(this.#path('live'))
    this.#removed.add(this.#path('aside'))
    mkdirSync(this.#path('generations'), { recursive: true })
    this.#reachable = this.#reachableFrom(this.#path('live'))
    // A run that ended before it composed a page left an empty generation.
    while (this.#reachable[0] !== undefined && isEmpty(this.#path(join('generations', this.#reachable[0]))))
      this.#reachable.shift()
    this.#removeUnreachable()
  }

  /** Replaces all pages by none, in one step. If the disk takes no new generation, nginx has no pages from now on. */
  startGeneration(options: { keepsPrevious: boolean }): void {
    try {
      this.#replaceGeneration(options)
    }
    catch (error) {
      rmSync(this.#path('live'), { force: true })
      this.#reachable = []
      console.error(`nginx has no pages: ${(error as Error).message}`)
    }
  }

  /** Removes the generations before the current one, which has every page. */
  endPrevious(): void {
    const [current] = this.#reachable
    if (!current || this.#reachable.length === 1)
      return
    rmSync(this.#path(join('generations', current, PREVIOUS)), { force: true })
    this.#reachable = [current]
    this.#removeUnreachable()
  }

  /** Puts a page into the current generation, if there is one. */
  put(path: string, { gzip }: Page): void {
    const [current] = this.#reachable
    if (current)
      this.#writer.writeSync(this.#fileOf(current, path, LIVE_ENDING), gzip, { modifiedS: timeOf(gzip) })
  }

  /** Makes the page a stale copy: nginx uses it only while the site instance is down. */
  markStale(path: string): void {
    const [current] = this.#reachable
    if (!current)
      return
    unlessMissing(() => renameSync(this.#fileOf(current, path, LIVE_ENDING), this.#fileOf(current, path, STALE_ENDING)))
  }

  /** Removes the page and its stale copies. */
  remove(path: string): void {
    for (const generation of this.#reachable) {
      for (const ending of [LIVE_ENDING, STALE_ENDING])
        rmSync(this.#fileOf(generation, path, ending), { force: true })
    }
  }

  /** Writes a page that nginx sends with its own errors. */
  putError(page: Page): void {
    this.#writer.writeSync(
      this.#path(page.status === 503 ? 'unavailable.html' : `.errors/${page.status}.html`),
      bodyOf(page),
    )
  }

  #replaceGeneration({ keepsPrevious }: { keepsPrevious: boolean }): void {
    const name = `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}`
    const folder = this.#path(join('generations', name))
    mkdirSync(folder, { recursive: true })
    const [previous] = this.#reachable
    if (keepsPrevious && previous)
      symlinkSync(join('..', previous), join(folder, PREVIOUS))
    this.#writer.linkSync(this.#path('live'), join('generations', name))
    this.#reachable = [name, ...keepsPrevious ? this.#reachable : []].slice(0, MAX_REACHABLE)
    this.#removeUnreachable()
  }

  #reachableFrom(link: string): string[] {
    const names: string[] = []
    for (
      let next = linkedFrom(link);
      next && names.length < MAX_REACHABLE && isFolder(this.#path(join('generations', next)));
      next = linkedFrom(this.#path(join('generations', next, PREVIOUS)))
    )
      names.push(next)
    return names
  }

  #removeUnreachable(): void {
    for (const name of readdirSync(this.#path('generations'))) {
      if (!this.#reachable.includes(name))
        this.#removed.add(this.#path(join('generations', name)))
    }
  }

  #fileOf(generation: string, path: string, ending: string): string {
    return this.#path(join('generations', generation, path + ending))
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }
}

const PREVIOUS = '.previous'
const LIVE_ENDING = '.html.gz'
const STALE_ENDING = '.stale.html.gz'

/** The current generation, and as many previous ones as nginx uses. */
const MAX_REACHABLE = 4

/**
 * Returns a time made of the bytes: nginx makes an ETag of a file's time, in seconds, and its length, which two pages
 * may share.
 */
function timeOf(bytes: Buffer): number {
  return createHash('sha256').update(bytes).digest().readUInt32BE() >>> 1
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isEmpty(generation: string): boolean {
  const files = opendirSync(generation)
  try {
    for (let file = files.readSync(); file; file = files.readSync()) {
      if (file.name !== PREVIOUS)
        return false
    }
    return true
  }
  finally {
    files.closeSync()
  }
}

function linkedFrom(link: string): string | undefined {
  return lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? basename(readlinkSync(link)) : undefined
}
