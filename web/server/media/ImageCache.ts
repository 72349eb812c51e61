import type { Changes } from '@masthead/shared/changes'
import type { Buffer } from 'node:buffer'
import type { FeedSubscriber } from '../changes/FeedFollower'
import type { FetchedImage, ImageName } from './fetchImage'
import type { ImageFiles } from './ImageFiles'

/** The images that readers get: from the disk, or from the CMS. */
export class ImageCache implements FeedSubscriber {
  readonly #files: ImageFiles
  readonly #fetch: (name: ImageName) => Promise<FetchedImage | undefined>
  readonly #fetching = new Map<string, Promise<Buffer | undefined>>()

  /** @param options.fetch gets an image from the CMS; undefined if there is none of this name */
  constructor({ files, fetch }: { files: ImageFiles, fetch: (name: ImageName) => Promise<FetchedImage | undefined> }) {
    this.#files = files
    this.#fetch = fetch
  }

  /**
   * Returns an image and its media type; undefined if there is none of this name.
   *
   * @throws {CmsError}
   */
  async get(image: ImageName): Promise<{ body: Buffer, type: string } | undefined> {
    const type = TYPES[/\.([a-z]+)$/i.exec(image.name)?.[1]?.toLowerCase() ?? '']
    if (!type || !/^[0-9a-f]{16}$/.test(image.hash) || !FILE_NAME.test(image.name))
      return undefined
    const body = await this.#files.read(image) ?? await this.#fetchOnce(image)
    return body && { body, type }
  }

  onChanges(changes: Changes): void {
    this.#files.onChanges(changes)
  }

  /** Fetches an image once for all readers who request it at the same time. */
  #fetchOnce(image: ImageName): Promise<Buffer | undefined> {
    const key = `${image.hash}/${image.name}`
    const fetching = this.#fetching.get(key) ?? this.#fetchAndStore(image).finally(() => this.#fetching.delete(key))
    this.#fetching.set(key, fetching)
    return fetching
  }

  async #fetchAndStore(image: ImageName): Promise<Buffer | undefined> {
    const removals = this.#files.removals
    const fetched = await this.#fetch(image)
    if (fetched)
      void this.#files.store(image, fetched, removals)
    return fetched?.body
  }
}

const TYPES: Record<string, string | undefined> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** A name, not a path: no separators, no control characters, no dot in front. */
// eslint-disable-next-line no-control-regex
const FILE_NAME = /^(?!\.)[^/\\\0-\x1F\x7F]{1,255}$/
