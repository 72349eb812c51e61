import type { CmsClient } from '@masthead/shared/client'
import { CmsError } from '@masthead/shared/error'
import { env } from './env'

/** The bytes of a picture in one of its sizes, or undefined where no picture of this content has a file of this name. */
export async function fetchPicture(cms: CmsClient, { hash, name }: { hash: string, name: string }): Promise<Picture | undefined> {
  if (!/^[0-9a-f]{16}$/.test(hash) || !FILE_NAME.test(name))
    return undefined
  // What is kept for ever under a hash has to be what the hash was made of.
  // The same bytes may have been uploaded more than once, under other names.
  const { docs } = await cms.find('media', { where: { hash: { equals: hash } }, select: { filename: true, sizes: true }, depth: 0, pagination: false })
  const files = docs.flatMap(media => [media, ...Object.values(media.sizes ?? {})])
  if (!files.some(file => file?.filename === name))
    return undefined
  return fetchFile(name)
}

interface Picture {
  type: string
  length: string | null
  body: ReadableStream
}

/** A name, not a path: no separators, no control characters, no dot in front. */
// eslint-disable-next-line no-control-regex
const FILE_NAME = /^(?!\.)[^/\\\0-\x1F\x7F]{1,255}\.(?:avif|gif|jpe?g|png|webp)$/i

async function fetchFile(name: string): Promise<Picture | undefined> {
  const url = `${env.cmsUrl}/api/media/file/${encodeURIComponent(name)}`
  const deadline = new AbortController()
  // Only the first byte has a deadline: a slow reader may take what time it needs for the rest.
  const timer = setTimeout(() => deadline.abort(), 5000)
  const response = await fetch(url, { signal: deadline.signal })
    .catch((cause) => { throw new CmsError({ method: 'GET', url, problem: 'no answer', cause }) })
    .finally(() => clearTimeout(timer))
  const type = response.headers.get('content-type')
  if (response.status === 404)
    return undefined
  if (!response.ok || !response.body || !type?.startsWith('image/'))
    throw new CmsError({ method: 'GET', url, status: response.status, problem: `no picture, but ${type}` })
  return { type, length: response.headers.get('content-length'), body: response.body }
}
