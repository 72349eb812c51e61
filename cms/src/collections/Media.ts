import type { ImageSize } from 'payload'
import { ownUploadOrEditor, publicUnlessTrashed, staff } from '../access.ts'
import { picturesFolder } from '../env.ts'
import { owner } from '../fields/owner.ts'
import { contentHash } from '../media/contentHash.ts'
import { ensureUniqueFilename } from '../media/ensureUniqueFilename.ts'
import { namePictureFailure } from '../media/namePictureFailure.ts'
import { refuseLargePicture } from '../media/refuseLargePicture.ts'
import { requirePicture } from '../media/requirePicture.ts'
import { stripMetadata } from '../media/stripMetadata.ts'
import { defineCollection } from './defineCollection.ts'

export const Media = defineCollection({
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  readers: true,
  drafts: false,
  audited: 'content',
  trash: true,
  access: { read: publicUnlessTrashed, create: staff, update: ownUploadOrEditor, delete: ownUploadOrEditor },
  admin: {
    group: 'Articles',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    listSearchableFields: ['filename', 'alt'],
    description: 'Pictures. Each is public as soon as it is uploaded, even before an article shows it.',
  },
  upload: {
    staticDir: picturesFolder,
    // SVG is missing because it can carry scripts.
    mimeTypes: ['image/avif', 'image/gif', 'image/jpeg', 'image/png', 'image/webp'],
    focalPoint: true,
    crop: true,
    pasteURL: false,
    adminThumbnail: 'w480webp',
    imageSizes: [160, 480, 960, 1600].flatMap(width => [size(width, 'webp'), size(width, 'avif')]).concat({
      name: 'share',
      width: 1200,
      height: 630,
      position: 'centre',
      formatOptions: { format: 'jpeg', options: { quality: 78 } },
    }),
  },
  hooks: {
    beforeOperation: [requirePicture, refuseLargePicture, ensureUniqueFilename, stripMetadata],
    beforeChange: [contentHash],
    afterError: [namePictureFailure],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: 400,
      label: 'Alternative text',
      admin: { description: 'One sentence that describes the picture for people who cannot see it.' },
    },
    { name: 'credit', type: 'text', maxLength: 160, admin: { description: 'The person who made the picture.' } },
    {
      name: 'hash',
      type: 'text',
      index: true,
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    // The picture's key in the bucket. The schema is the same without a bucket.
    {
      name: '_objectKey',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { hidden: true },
    },
    owner,
  ],
})

function size(width: number, format: 'avif' | 'webp'): ImageSize {
  return {
    name: `w${width}${format}`,
    width,
    withoutEnlargement: true,
    // AVIF at its default effort takes seconds for each picture. At effort 2 its files are a few per cent larger.
    formatOptions: { format, options: format === 'avif' ? { quality: 52, effort: 2 } : { quality: 78 } },
  }
}
