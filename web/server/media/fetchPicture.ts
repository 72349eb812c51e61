import type { CmsClient } from '@masthead/shared/client'
import { Buffer } from 'node:buffer'
import { CmsError } from '@masthead/shared/error'
import { env } from '../env'

/** Which file of a picture: the hash of the picture's content, and the name of one of its sizes. */
export interface PictureName {
  hash: string
  name: string
}

export interface Picture {
  body: Buffer
  /** The media that have these bytes: the same may have been uploaded more than once, under other names. */
  ids: string[]
}

/** The bytes of a picture in one of its sizes, or undefined where no picture of this content has a file of this name. */
export async function fetchPicture(cms: CmsClient, { hash, name }: PictureName): Promise<Picture | undefined> {
  // What is kept for ever under a hash has to be what the hash was made of.
  const { docs } = await cms.find('media', { where: { hash: { equals: hash } }, select: { filename: true, sizes: true }, depth: 0, pagination: false })
  const files = docs.flatMap(media => [media, ...Object.values(media.sizes ?? {})])
  if (!files.some(file => file?.filename === name))
    return undefined
  const body = await fetchFile(name)
  return body && { body, ids: docs.map(({ id }) => id) }
}

async function fetchFile(name: string): Promise<Buffer | undefined> {
  const url = `${env.cmsUrl}/api/media/file/${encodeURIComponent(name)}`
  const fail = (cause: unknown) => {
    throw new CmsError({ method: 'GET', url, problem: 'no answer', cause })
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(fail)
  if (response.status === 404)
    return undefined
  const type = response.headers.get('content-type')
  if (!response.ok || !type?.startsWith('image/'))
    throw new CmsError({ method: 'GET', url, status: response.status, problem: `no picture, but ${type}` })
  return Buffer.from(await response.arrayBuffer().catch(fail))
}
