import type { TextField } from 'payload'
import { isReservedPath } from '@masthead/shared/paths'
import { slugify } from '@masthead/shared/slugify'

/** The whole address of a page, relative to the site: `/`, `/about`, `/about/people`. */
export const path: TextField = {
  name: 'path',
  type: 'text',
  label: 'Address',
  required: true,
  unique: true,
  index: true,
  maxLength: 200,
  admin: { position: 'sidebar', description: 'From / on: /about, /about/people. The home page is / itself.' },
  hooks: { beforeValidate: [({ value }) => typeof value === 'string' && value.trim() ? normalised(value) : undefined] },
  validate: async (value, { id, req }) => {
    if (!value)
      return 'Give the page an address, such as /about.'
    if (isReservedPath(value))
      return `“${value}” belongs to another part of the site. Choose another.`
    const { docs: [other] } = await req.payload.find({
      collection: 'pages',
      where: { path: { equals: value }, ...(id !== undefined && { id: { not_equals: id } }) },
      depth: 0,
      limit: 1,
      pagination: false,
      trash: true,
      req,
      // An address is taken whether or not the person who wants it may see by what.
      overrideAccess: true,
    })
    return other ? `“${value}” is taken by “${other.title}”${other.deletedAt ? ' (in the trash)' : ''}. Choose another.` : true
  },
}

function normalised(value: string): string {
  const segments = value.split('/').map(segment => slugify(segment)).filter(Boolean)
  return `/${segments.join('/')}`
}
