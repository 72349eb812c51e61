import type { Media } from '@masthead/shared/payload-types'
import { mediaPath } from '@masthead/shared/paths'

export type Picture = Pick<Media, 'alt' | 'credit' | 'filename' | 'hash' | 'height' | 'sizes' | 'width'>

export interface PictureSources {
  /** For browsers that read none of the others. */
  src: string
  /** In the order in which a browser should try them. */
  sources: { type: string, srcset: string }[]
}

/** The addresses of a picture in every size it has been cut to; undefined for one without a file. */
export function pictureSources({ hash, filename, sizes }: Picture): PictureSources | undefined {
  if (!hash || !filename)
    return undefined
  const files = Object.values(sizes ?? {}).flatMap(({ filename, mimeType, width }) =>
    filename && mimeType && width ? [{ mimeType, width, path: mediaPath({ hash, filename }) }] : [],
  )
  const sources = ['image/avif', 'image/webp'].map(type => ({
    type,
    // A small picture is not enlarged, so several sizes of it can be equally wide.
    srcset: [
      ...new Map(files.filter(file => file.mimeType === type).map(({ width, path }) => [width, `${path} ${width}w`]))
        .values(),
    ].join(', '),
  })).filter(({ srcset }) => srcset)
  return { src: mediaPath({ hash, filename }), sources }
}
