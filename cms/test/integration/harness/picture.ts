import type { Upload } from './Session.ts'
import sharp from 'sharp'

interface Drawing {
  name?: string
  width?: number
  height?: number
  format?: 'gif' | 'jpeg' | 'png' | 'webp'
}

/** A picture drawn here and now: a colour from left to right, another from top to bottom. */
export async function picture({ name, width = 120, height = 80, format = 'png' }: Drawing = {}): Promise<Upload> {
  const pixels = new Uint8Array(width * height * 3)
  for (let index = 0; index < width * height; index++) {
    pixels[index * 3] = 255 * (index % width) / width
    pixels[index * 3 + 1] = 255 * Math.floor(index / width) / height
  }
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } }).toFormat(format).toBuffer()
  return { name: name ?? `picture.${format}`, type: `image/${format}`, bytes }
}
