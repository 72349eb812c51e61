import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { combinedCrc } from './combinedCrc'

/** A part of a compressed page. Parts in a row make the compressed whole. */
export interface Deflated {
  bytes: Buffer
  /** The CRC-32 of the text, and its length in bytes. */
  crc: number
  length: number
}

/** Compresses a part so that it ends at a whole byte, and refers to nothing before it. */
export async function deflated(text: string): Promise<Deflated> {
  const body = Buffer.from(text)
  const bytes = await promisify(deflateRaw)(body, {
    level: constants.Z_BEST_COMPRESSION,
    finishFlush: constants.Z_SYNC_FLUSH,
  })
  return { bytes, crc: crc32(body), length: body.length }
}

/** Returns one gzip member (RFC 1952) of parts: browsers read no more than the first. */
export function gzipOf(parts: readonly Deflated[]): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(parts.reduce((crc, part) => combinedCrc(crc, part.crc, part.length), 0), 0)
  trailer.writeUInt32LE(parts.reduce((sum, { length }) => sum + length, 0) % 2 ** 32, 4)
  return Buffer.concat([HEADER, ...parts.map(({ bytes }) => bytes), LAST_BLOCK, trailer])
}

/** Deflate, no name, no time, best compression, any system. */
const HEADER = Buffer.from([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])

/** Empty, with fixed codes. */
const LAST_BLOCK = Buffer.from([0x03, 0x00])
