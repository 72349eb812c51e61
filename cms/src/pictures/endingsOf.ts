import type { Buffer } from 'node:buffer'
import type { Metadata } from 'sharp'
import sharp from 'sharp'

/** Returns the endings that the name of a picture may have, by its bytes, the usual one first; undefined for what is no picture that may be uploaded. */
export async function endingsOf(bytes: Buffer): Promise<string[] | undefined> {
  // It would throw.
  if (bytes.length === 0)
    return undefined
  const { compression, format } = await sharp(bytes).metadata().catch(() => ({}) as Partial<Metadata>)
  return ENDINGS[compression === 'av1' ? 'avif' : format ?? '']
}

const ENDINGS: Record<string, string[] | undefined> = { avif: ['.avif'], gif: ['.gif'], jpeg: ['.jpg', '.jpeg'], png: ['.png'], webp: ['.webp'] }
