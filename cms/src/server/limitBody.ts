import type { ApiHandler } from './ApiHandler.ts'
import { Buffer } from 'node:buffer'
import config from '../payload.config.ts'
import { MAX_ANONYMOUS_BODY_BYTES, MAX_BODY_BYTES } from './bodyLimits.ts'
import { errorResponse } from './errorResponse.ts'
import { isSignedIn } from './isSignedIn.ts'
import { withBody } from './withBody.ts'

/**
 * Answers 413 to a body that is too large. It counts the bytes as they arrive, because a `Content-Length` may be
 * missing and no other code has read the body yet. It queries the database for the user only if the size requires it.
 */
export function limitBody(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    if (!request.body)
      return handler(request, context)
    const { slug = [] } = await context.params
    const isUser = once(async () => slug.join('/') !== 'users/login' && await isSignedIn(request.headers))
    if (await isUpload(request, slug) && await isUser())
      return handler(request, context)
    const reader = request.body.getReader()
    const body = await read(
      reader,
      bytes => bytes > MAX_ANONYMOUS_BODY_BYTES ? isUser().then(isUser => isUser && bytes <= MAX_BODY_BYTES) : true,
    )
    if (body)
      return handler(withBody(request, body), context)
    return errorResponse(
      413,
      await isUser()
        ? `The request is larger than ${MAX_BODY_BYTES / 1e6} MB. Send less at once.`
        : `The request is larger than ${MAX_ANONYMOUS_BODY_BYTES / 1e6} MB, the most without signing in. Send less at once.`,
    )
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Returns the whole body; undefined as soon as it exceeds the allowed size. */
async function read(
  reader: Reader,
  isAllowed: (bytes: number) => boolean | Promise<boolean>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done)
      return Buffer.concat(chunks)
    bytes += value.byteLength
    if (!await isAllowed(bytes))
      return undefined
    chunks.push(value)
  }
}

async function isUpload({ headers }: Request, [collection]: string[]): Promise<boolean> {
  return headers.get('content-type')?.startsWith('multipart/form-data') === true
    && (await config).collections.some(({ slug, upload }) => slug === collection && Boolean(upload))
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => answer ??= ask()
}
