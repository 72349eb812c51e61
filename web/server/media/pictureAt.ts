import type { CmsClient } from '@masthead/shared/client'
import type { Buffer } from 'node:buffer'
import type { PictureName } from './fetchPicture'
import { fetchPicture } from './fetchPicture'
import { keptPictures } from './keptPictures'

/** A picture for a reader: from the disk, or from the CMS. Undefined where there is none of this name. */
export async function pictureAt(cms: CmsClient, asked: PictureName): Promise<{ body: Buffer, type: string } | undefined> {
  const type = TYPES[/\.([a-z]+)$/i.exec(asked.name)?.[1]?.toLowerCase() ?? '']
  if (!type || !/^[0-9a-f]{16}$/.test(asked.hash) || !FILE_NAME.test(asked.name))
    return undefined
  const body = await keptPictures.read(asked) ?? await fetchOnce(cms, asked)
  return body && { body, type }
}

/** Readers who ask for the same picture at the same time have it fetched once. */
function fetchOnce(cms: CmsClient, asked: PictureName): Promise<Buffer | undefined> {
  const key = `${asked.hash}/${asked.name}`
  const fetching = underWay.get(key) ?? fetchAndKeep(cms, asked).finally(() => underWay.delete(key))
  underWay.set(key, fetching)
  return fetching
}

const underWay = new Map<string, Promise<Buffer | undefined>>()

async function fetchAndKeep(cms: CmsClient, asked: PictureName): Promise<Buffer | undefined> {
  const begun = keptPictures.mark()
  const picture = await fetchPicture(cms, asked)
  if (picture)
    void keptPictures.keep(asked, picture, begun)
  return picture?.body
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
