import type { Page } from '@masthead/shared/payload-types'
import type { PayloadRequest, TextField } from 'payload'
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
  hooks: {
    beforeDuplicate: [({ req, value }) => freePath(String(value), req)],
    beforeValidate: [({ value }) => typeof value === 'string' && value.trim() ? normalised(value) : undefined],
  },
  validate: async (value, { id, req }) => {
    if (!value)
      return 'Give the page an address, such as /about.'
    if (isReservedPath(value))
      return `“${value}” belongs to another part of the site. Choose another.`
    const other = await pageAt(value, id, req)
    return other ? `“${value}” is taken by “${other.title}”${other.deletedAt ? ' (in the trash)' : ''}. Choose another.` : true
  },
}

async function pageAt(path: string, but: number | string | undefined, req: PayloadRequest): Promise<Pick<Page, 'deletedAt' | 'title'> | undefined> {
  const { docs: [page] } = await req.payload.find({
    collection: 'pages',
    where: { path: { equals: path }, ...(but !== undefined && { id: { not_equals: but } }) },
    select: { title: true, deletedAt: true },
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    req,
    // An address is taken whether or not the person who wants it may see by what.
    overrideAccess: true,
  })
  return page
}

/** For the duplicate of a page: its path with the next number. */
async function freePath(path: string, req: PayloadRequest): Promise<string> {
  for (let number = 2; ; number++) {
    const candidate = `${path === '/' ? '/home' : path.slice(0, 190)}-${number}`
    if (!await pageAt(candidate, undefined, req))
      return candidate
  }
}

function normalised(value: string): string {
  const segments = value.split('/').map(segment => slugify(segment)).filter(Boolean)
  return `/${segments.join('/')}`
}
