import type { Media } from '@masthead/shared/payload-types'
import { mediaPath } from '@masthead/shared/paths'
import { isPublished } from '@masthead/shared/types'

/** The path of the first of some pictures that there is, in the size for sharing. */
export function sharedImage(pictures: (Media | string | null | undefined)[]): string | undefined {
  const media = pictures.find(isPublished)
  const filename = media?.sizes?.share?.filename ?? media?.filename
  return media?.hash && filename ? mediaPath({ hash: media.hash, filename }) : undefined
}
