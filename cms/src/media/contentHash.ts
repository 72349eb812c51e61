import type { Buffer } from 'node:buffer'
import type { CollectionBeforeChangeHook } from 'payload'
import { pictureHash } from './pictureHash.ts'
import { GIVEN } from './stripMetadata.ts'

/**
 * Sets the hash in a picture's address, made from its bytes and its focal point. A new file or a moved focal point has
 * a new address, so the content of an address never changes.
 */
export const contentHash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const bytes = req.file && (req.context[GIVEN] as Buffer | undefined ?? req.file.data)
  const { focalX, focalY } = { ...originalDoc, ...data }
  const before = originalDoc?.hash as string | undefined
  if (!bytes && before && focalX === originalDoc.focalX && focalY === originalDoc.focalY)
    return data
  return {
    ...data,
    hash: pictureHash(bytes ?? before ?? '', { focalX: focalX ?? undefined, focalY: focalY ?? undefined }),
  }
}
