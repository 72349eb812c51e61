import type { PayloadRequest } from 'payload'
import type { createImageSizes } from 'payload/createImageSizes'

/** What the process for pictures does at once. */
export type PictureJob
  = | { task: 'toBuffer', picture: SharpOptions, resolveWithObject: boolean }
    | { task: 'stats', picture: SharpOptions }
    | { task: 'sizes', args: SizesArgs }

/** What it answers: the result, or why sharp failed, and the memory that it has after; or that it needs more than it may have. */
export type PictureAnswer = { result: unknown, rssBytes: number } | { error: string, rssBytes: number } | { exceeded: 'memory' }

/** All that sharp knows of a picture: the input and the operations. */
export type SharpOptions = Record<string, unknown>

export type CreateImageSizes = typeof createImageSizes

/** What Payload gives to its function that makes the sizes, as far as it can be sent. */
export type SizesArgs = Omit<Parameters<CreateImageSizes>[0], 'config' | 'file' | 'req' | 'sharp' | 'withMetadata'> & {
  file: Pick<NonNullable<PayloadRequest['file']>, 'data' | 'mimetype' | 'tempFilePath'>
  imageSizes: unknown
}

export interface MadeSizes extends Awaited<ReturnType<CreateImageSizes>> {
  /** The bytes of each size, by its name. */
  buffers: NonNullable<PayloadRequest['payloadUploadSizes']>
}
