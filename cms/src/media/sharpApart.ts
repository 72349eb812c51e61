import type { SharpDependency } from 'payload'
import type { Sharp } from 'sharp'
import type { CreateImageSizes, MadeSizes, SharpOptions } from './PictureJob.ts'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { PictureProcess } from './PictureProcess.ts'

/**
 * sharp, but with decoding in a process of its own: this process reads only the heads of pictures. Decoding blocked
 * threads that also read files, hash passwords and check tokens, and the cores that answer requests.
 */
export const sharpApart: SharpDependency = Object.assign(sharp, { createImageSizes })

/**
 * Creates all sizes in one task. Payload calls it instead of its own function, which would send the picture to the
 * process and back for each size.
 */
async function createImageSizes(
  { config, dimensions, file, focalPoint, mimeType, req, savedFilename, staticPath }: Parameters<CreateImageSizes>[0],
): ReturnType<CreateImageSizes> {
  const { imageSizes } = config.upload
  // The other properties of an upload are functions, which cannot be sent and are not needed.
  const { data, mimetype, tempFilePath } = file!
  const { buffers, ...made } = await pictures().run({
    task: 'sizes',
    args: {
      dimensions,
      file: { data, mimetype, tempFilePath },
      focalPoint,
      imageSizes,
      mimeType,
      savedFilename,
      staticPath,
    },
  }) as MadeSizes
  if (req.payloadUploadSizes)
    Object.assign(req.payloadUploadSizes, buffers)
  return made
}

Object.assign(sharp.prototype, {
  toBuffer(this: Sharp & Internals, { resolveWithObject = false }: { resolveWithObject?: boolean } = {}) {
    return pictures().run({ task: 'toBuffer', picture: sendable(this), resolveWithObject })
  },
  stats(this: Sharp & Internals) {
    return pictures().run({ task: 'stats', picture: sendable(this) })
  },
})

interface Internals {
  options: SharpOptions
}

/** Returns the options that sharp copies in its `clone()`: all but two functions. */
function sendable({ options: { debuglog, queueListener, ...options } }: Internals): SharpOptions {
  return options
}

function pictures(): PictureProcess {
  return shared[PICTURES] ??= new PictureProcess(join(dirname(fileURLToPath(import.meta.url)), 'pictureProgram.ts'))
}

/** A global symbol: Next bundles the server's start and the routes separately, and they must share the process. */
const PICTURES: unique symbol = Symbol.for('masthead.pictures')

const shared = globalThis as { [PICTURES]?: PictureProcess }
