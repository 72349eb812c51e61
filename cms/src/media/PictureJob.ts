import type { PayloadRequest } from 'payload'
import type { createImageSizes } from 'payload/createImageSizes'

/** A task for the picture process. */
export type PictureJob
  = | { task: 'toBuffer', picture: SharpOptions, resolveWithObject: boolean }
    | { task: 'stats', picture: SharpOptions }
    | { task: 'sizes', args: SizesArgs }

/**
 * The response of the picture process: the result, or sharp's error, and the memory that the process has afterwards; or
 * that the task needs more memory than it may have.
 */
export type PictureAnswer = { result: unknown, rssBytes: number } | { error: string, rssBytes: number } | {
  exceeded: 'memory'
}

/** A picture in sharp: the input and the operations. */
export type SharpOptions = Record<string, unknown>

export type CreateImageSizes = typeof createImageSizes

/** The serialisable arguments of Payload's function that creates the sizes. */
export type SizesArgs = Omit<Parameters<CreateImageSizes>[0], 'config' | 'file' | 'req' | 'sharp' | 'withMetadata'> & {
  file: Pick<NonNullable<PayloadRequest['file']>, 'data' | 'mimetype' | 'tempFilePath'>
  imageSizes: unknown
}

export interface MadeSizes extends Awaited<ReturnType<CreateImageSizes>> {
  /** The bytes of each size, by its name. */
  buffers: NonNullable<PayloadRequest['payloadUploadSizes']>
}
