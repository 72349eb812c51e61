import type { Buffer } from 'node:buffer'
import type { CollectionBeforeOperationHook } from 'payload'
import type { Metadata } from 'sharp'
import sharp from 'sharp'
import { isPictureFailure } from './PictureFailure.ts'

/**
 * A camera writes into a picture where it was taken, and which way up it is held. The first is nobody's business, and
 * the second is done here: the original is as public as the sizes that are cut from it.
 */
export const stripMetadata: CollectionBeforeOperationHook = async ({ operation, overrideAccess, req }) => {
  const { file, user } = req
  // Whoever may not upload must not keep the CMS busy: the access rules come after this.
  if (!(user || overrideAccess) || !file?.data?.length || (operation !== 'create' && operation !== 'update'))
    return
  req.context[GIVEN] = file.data
  const bare = await withoutMetadataOf(file.data)
  if (bare)
    Object.assign(file, { data: bare, size: bare.length })
}

/** Where a request keeps the bytes as they were given: by them a picture is known again. */
export const GIVEN = 'givenPicture'

/** Undefined where there is nothing to take out, and where the bytes are no picture: that is told by others. */
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
      // Without its end, the file may not be a picture: the CMS must not store it as it came.
      if (isPictureFailure(error))
        throw error
      return undefined
    })
}
