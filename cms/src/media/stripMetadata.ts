import type { Buffer } from 'node:buffer'
import type { CollectionBeforeOperationHook } from 'payload'
import type { Metadata } from 'sharp'
import sharp from 'sharp'
import { isPictureFailure } from './PictureFailure.ts'

/**
 * Removes a camera's metadata from a picture, because it says where the picture was taken. The metadata also says how
 * the camera was held, so the picture is rotated here. Originals are as public as the sizes made from them.
 */
export const stripMetadata: CollectionBeforeOperationHook = async ({ operation, overrideAccess, req }) => {
  const { file, user } = req
  // The access rules run later: a user who may not upload must not keep the CMS busy.
  if (!(user || overrideAccess) || !file?.data?.length || (operation !== 'create' && operation !== 'update'))
    return
  req.context[GIVEN] = file.data
  const bare = await withoutMetadataOf(file.data)
  if (bare)
    Object.assign(file, { data: bare, size: bare.length })
}

/** The context key of the original bytes, by which a picture is recognised later. */
export const GIVEN = 'givenPicture'

/**
 * Returns the picture without metadata; undefined if it has none, or the bytes are no picture, which other rules
 * report.
 */
async function withoutMetadataOf(bytes: Buffer): Promise<Buffer | undefined> {
  const picture = sharp(bytes, { animated: true })
  const { compression, exif, format, iptc, xmp } = await picture.metadata().catch(() => ({}) as Partial<Metadata>)
  if (!format || !(exif || iptc || xmp))
    return undefined
  return picture
    .autoOrient()
    .keepIccProfile()
    .toFormat(compression === 'av1' ? 'avif' : format, { quality: 92 })
    .toBuffer()
    .catch((error: unknown) => {
      // Incomplete processing may mean a malicious file: the CMS must not store it unprocessed.
      if (isPictureFailure(error))
        throw error
      return undefined
    })
}
