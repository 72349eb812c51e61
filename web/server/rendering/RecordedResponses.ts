import type { Changes } from '@masthead/shared/changes'
import type { CmsRequest } from '@masthead/shared/client'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { positionAfter } from '@masthead/shared/changes'
import { queryString } from '@masthead/shared/queryString'
import { pathTag } from '@masthead/shared/tags'
import { AtomicWriter } from '../storage/AtomicWriter'
import { DiskErrorReporter } from '../storage/DiskErrorReporter'
import { RemovedFolders } from '../storage/RemovedFolders'
import { Tombstones } from './Tombstones'
import { withoutRemoved } from './withoutRemoved'

/**
 * Stores the responses of the CMS that each page was rendered from, as files. While the CMS is away, the site can
 * render a page from them without the documents that were removed since.
 */
export class RecordedResponses {
  readonly #folder: string
  readonly #removed: RemovedFolders
  readonly #writer: AtomicWriter
  readonly #tombstones: Tombstones
  readonly #disk = new DiskErrorReporter()
  /** Counts how often everything was deleted. */
  #generation = 0

  /**
   * @param options.folder only this class writes there, and nginx does not serve it
   * @param options.followed the last change that the page cache knows of; undefined if it starts empty
   */
  constructor({ folder, followed }: { folder: string, followed: number | undefined }) {
    this.#folder = folder
    this.#removed = new RemovedFolders(`${folder}.removed`)
    this.#writer = new AtomicWriter(`${folder}.writing`)
    this.#disk.succeeds(() => {
      this.#removed.open()
      this.#writer.open()
    })
    this.#tombstones = new Tombstones(join(folder, 'tombstones.jsonl'), this.#writer)
    const { last } = this.#tombstones
    if (followed === undefined || last === undefined || last < followed)
      this.clear()
  }

  /** Deletes everything. */
  clear(): void {
    this.#generation++
    this.#disk.succeeds(() => {
      this.#tombstones.stop()
      this.#removed.add(this.#folder)
    })
  }

  /** Follows the feed. Call it before the page cache acknowledges the changes. */
  follow(changes: Changes): void {
    if (changes.reset)
      this.clear()
    const isDone = this.#disk.succeeds(() => {
      if (this.#tombstones.last === undefined)
        this.#tombstones.start(positionAfter(changes).number)
      else
        this.#tombstones.add(changes.changes)
    })
    // Without its tombstone, a removed document would come back.
    if (!isDone)
      this.clear()
  }

  /** Stores the responses of a page, as they were once `followed` was known. */
  async store(path: string, responses: ResponseLog, followed: number): Promise<void> {
    const generation = this.#generation
    try {
      const recorded = await promisify(gzip)(
        JSON.stringify({ followed, responses: [...responses] } satisfies Recorded),
        { level: constants.Z_BEST_SPEED },
      )
      // Numbers of another feed do not apply to these responses.
      await this.#writer.write(this.#fileOf(path), recorded, { isWanted: () => generation === this.#generation })
    }
    catch (error) {
      this.#disk.report(error as Error)
    }
  }

  async delete(path: string): Promise<void> {
    await rm(this.#fileOf(path), { force: true }).catch((error: Error) => this.#disk.report(error))
  }

  /**
   * Returns how the CMS would respond now to the requests of a page, as far as the feed says. Undefined if the
   * responses were never stored or are too old, or if the page itself was removed.
   */
  async replay(path: string): Promise<Replay | undefined> {
    const recorded = await this.#read(path)
    const removed = recorded && this.#tombstones.since(recorded.followed)
    if (!removed || removed.has(pathTag(path)))
      return undefined
    const responses: ResponseLog = new Map(recorded.responses)
    return {
      followed: recorded.followed,
      responseTo: (request) => {
        const json = responses.get(keyOf(request))
        return json === undefined ? undefined : withoutRemoved(JSON.parse(json), removed)
      },
    }
  }

  /** Returns undefined if the file is missing or damaged. */
  async #read(path: string): Promise<Recorded | undefined> {
    try {
      return JSON.parse(String(await promisify(gunzip)(await readFile(this.#fileOf(path))))) as Recorded
    }
    catch {
      return undefined
    }
  }

  #fileOf(path: string): string {
    return join(this.#folder, `${path}.json.gz`)
  }
}

/** Responses as JSON, by request. */
export type ResponseLog = Map<string, string>

export interface Replay {
  /** The last change that the responses contain. */
  followed: number
  /** Returns undefined for a request that the page did not send. */
  responseTo: (request: CmsRequest) => unknown
}

/** Adds a response to a log. */
export function record(log: ResponseLog, request: CmsRequest, response: unknown): void {
  log.set(keyOf(request), JSON.stringify(response))
}

interface Recorded {
  followed: number
  responses: [request: string, json: string][]
}

function keyOf({ path, query }: CmsRequest): string {
  return path + queryString(query)
}
