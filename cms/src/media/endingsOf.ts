import type { Buffer } from 'node:buffer'
import type { Metadata } from 'sharp'
import sharp from 'sharp'

/**
 * Returns the file extensions for a picture's bytes, the usual one first; undefined if the bytes are no picture that
 * users may upload.
 */
export async function endingsOf(bytes: Buffer): Promise<string[] | undefined> {
  // The library throws for an empty file.
  if (bytes.length === 0)
    return undefined
  const { compression, format } = await sharp(bytes).metadata().catch(() => ({}) as Partial<Metadata>)
  return ENDINGS[compression === 'av1' ? 'avif' : format ?? '']
}

const ENDINGS: Record<string, string[] | undefined> = {
  avif: ['.avif'],
  gif: ['.gif'],
  jpeg: ['.jpg', '.jpeg'],
  png: ['.png'],
  webp: ['.webp'],
}
