import type { Buffer } from 'node:buffer'
import type { CollectionBeforeChangeHook } from 'payload'
import { pictureHash } from './pictureHash.ts'
import { GIVEN } from './stripMetadata.ts'

/**
 * A picture's address carries the hash of its bytes and of how they are cut, so that it never changes under a reader:
 * a new file or a moved focal point is a new address.
 */
export const contentHash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const bytes = req.file && (req.context[GIVEN] as Buffer | undefined ?? req.file.data)
  const { focalX, focalY } = { ...originalDoc, ...data }
  const before = originalDoc?.hash as string | undefined
  if (!bytes && before && focalX === originalDoc.focalX && focalY === originalDoc.focalY)
    return data
  return { ...data, hash: pictureHash(bytes ?? before ?? '', { focalX: focalX ?? undefined, focalY: focalY ?? undefined }) }
}
