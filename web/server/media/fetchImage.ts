import type { CmsClient } from '@masthead/shared/client'
import { Buffer } from 'node:buffer'
import { CmsError } from '@masthead/shared/error'

/** A file of an image: the hash of the image's content, and the name of one of its sizes. */
export interface ImageName {
  hash: string
  name: string
}

export interface FetchedImage {
  body: Buffer
  /** The media that have these bytes: the same may have been uploaded more than once, under other names. */
  ids: string[]
}

/**
 * Returns the bytes of an image in one of its sizes; undefined if no image of this content has a file of this name.
 *
 * @throws {CmsError}
 */
export async function fetchImage(
  { cms, cmsUrl }: { cms: CmsClient, cmsUrl: string },
  { hash, name }: ImageName,
): Promise<FetchedImage | undefined> {
  // Browsers store for ever what is under a hash, so the hash has to be that of the content.
  const { docs } = await cms.find('media', {
    where: { hash: { equals: hash } },
    select: { filename: true, sizes: true },
    depth: 0,
    pagination: false,
  })
  const files = docs.flatMap(media => [media, ...Object.values(media.sizes ?? {})])
  if (!files.some(file => file?.filename === name))
    return undefined
  const body = await fetchFile(`${cmsUrl}/api/media/file/${encodeURIComponent(name)}`)
  return body && { body, ids: docs.map(({ id }) => id) }
}

async function fetchFile(url: string): Promise<Buffer | undefined> {
  const fail = (cause: unknown) => {
    throw new CmsError({ method: 'GET', url, problem: 'no answer', cause })
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(fail)
  if (response.status === 404)
    return undefined
  const type = response.headers.get('content-type')
  if (!response.ok || !type?.startsWith('image/'))
    throw new CmsError({ method: 'GET', url, status: response.status, problem: `no image, but ${type}` })
  return Buffer.from(await response.arrayBuffer().catch(fail))
}

const TIMEOUT_MS = 5000
