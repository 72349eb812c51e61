import type { Buffer } from 'node:buffer'
import type { File } from 'payload'
import type { Picture } from './Article.ts'
import type { Problem } from './Problem.ts'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, resolve } from 'node:path'
import sharp from 'sharp'
import { MAX_PICTURE_BYTES } from '../media/MAX_PICTURE_BYTES.ts'
import { isPictureFailure } from '../media/PictureFailure.ts'
import { pixelProblem } from '../media/pixelProblem.ts'
import { ImportError } from './ImportError.ts'
import { lineOf } from './SourceMap.ts'

/** The file of a picture that is known to be displayable. */
export interface PictureFile extends File {
  sha256: string
}

const MIME_TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/**
 * Reads the file of a picture, whose path is relative to the article's file.
 *
 * @throws {ImportError} if it cannot be shown
 */
export async function readPicture(picture: Picture, articleFile: string): Promise<PictureFile> {
  const refuse = (problem: string, fix: string): never => {
    throw new ImportError([{ line: lineOf('file', picture.lines), problem, fix } satisfies Problem])
  }
  const { file } = picture
  if (file === '' || isAbsolute(file) || /^[a-z][a-z\d+.-]*:/i.test(file)) {
    refuse(
      `“${file}” is no path of a picture.`,
      'Give that of a file, relative to the article’s, as in pictures/queue.webp.',
    )
  }

  const path = resolve(dirname(articleFile), file)
  const { size } = await stat(path).catch(() =>
    refuse(`There is no picture “${file}”.`, 'Check its path, which is relative to the article’s file.'),
  )
  if (size > MAX_PICTURE_BYTES) {
    refuse(
      `The picture “${file}” has ${(size / 1e6).toFixed(1)} MB; ${MAX_PICTURE_BYTES / 1e6} MB fit.`,
      'Make it smaller.',
    )
  }
  const data = await readFile(path).catch(() =>
    refuse(`The picture “${file}” cannot be read.`, 'Check that it is a file, and its permissions.'),
  )
  const problem = await pixelProblem(data)
  if (problem !== undefined)
    refuse(`The picture “${file}” ${problem}.`, 'Make it smaller.')
  const mimetype = await mimeTypeOf(data).catch((error: unknown) => {
    if (!isPictureFailure(error))
      throw error
    return refuse(`The picture “${file}” ${error.problem}`, 'Or give another one.')
  })
  ?? refuse(`“${file}” is no picture that can be shown.`, 'Give a PNG, JPEG, WebP, AVIF or GIF file.')
  return { data, mimetype, name: basename(path), size, sha256: createHash('sha256').update(data).digest('hex') }
}

/** Returns the type by the bytes, whatever the file's name says; undefined for a broken file or another type. */
async function mimeTypeOf(data: Buffer): Promise<string | undefined> {
  try {
    const { format, compression } = await sharp(data).metadata()
    // A truncated file has a valid head too, so all of it is decoded.
    await sharp(data).stats()
    return MIME_TYPES[compression === 'av1' ? 'avif' : format]
  }
  catch (error) {
    if (isPictureFailure(error))
      throw error
    return undefined
  }
}
