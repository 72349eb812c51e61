import type { Buffer } from 'node:buffer'
import type { Metadata } from 'sharp'
import sharp from 'sharp'

/**
 * Returns the problem of a picture with too many pixels, from its head alone; undefined if it has few enough, or the
 * bytes are no picture.
 */
export async function pixelProblem(bytes: Buffer): Promise<string | undefined> {
  const { width = 0, height = 0, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() =>
    ({}) as Partial<Metadata>,
  )
  const pixels = width * height * pages
  if (pixels <= MAX_PICTURE_PIXELS)
    return undefined
  const frames = pages > 1 ? ` in ${pages} frames` : ''
  return `has ${Math.ceil(pixels / 1e6)} megapixels${frames} (${width} × ${height}), more than ${MAX_PICTURE_PIXELS / 1e6}`
}

/** The most pixels of a picture, summed over its frames. A small file may have billions. */
const MAX_PICTURE_PIXELS = 50_000_000
