import { expect, it } from 'vitest'
import { pictureSources } from '../app/pictureSources'
import { media } from './fixtures'

it('offers avif before webp, each width once, on the site itself', () => {
  expect(pictureSources(media)).toEqual({
    src: '/media/0123456789abcdef/a%20curve.png',
    sources: [
      {
        type: 'image/avif',
        srcset:
          '/media/0123456789abcdef/a%20curve-480x320.avif 480w, /media/0123456789abcdef/a%20curve-960x640.avif 960w',
      },
      {
        type: 'image/webp',
        srcset:
          '/media/0123456789abcdef/a%20curve-480x320.webp 480w, /media/0123456789abcdef/a%20curve-960x640.webp 960w, /media/0123456789abcdef/a%20curve-1200x800.webp 1200w',
      },
    ],
  })
})

it('does with the file alone, and draws nothing without one', () => {
  expect(pictureSources({ ...media, sizes: undefined })).toEqual({
    src: '/media/0123456789abcdef/a%20curve.png',
    sources: [],
  })
  expect(pictureSources({ ...media, hash: null })).toBeUndefined()
})

it('leaves out equally wide sizes of a small picture', () => {
  const small = { filename: 'a-300x200.webp', mimeType: 'image/webp', width: 300 }
  expect(pictureSources({ ...media, sizes: { w480webp: small, w960webp: small } })?.sources[0]?.srcset).toBe(
    '/media/0123456789abcdef/a-300x200.webp 300w',
  )
})
