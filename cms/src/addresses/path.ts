import type { PayloadRequest, TextField } from 'payload'
import type { AddressPlace } from './takenBy.ts'
import { isReservedPath } from '@masthead/shared/paths'
import { slugify } from '@masthead/shared/slugify'
import { saysProblems } from './checkAddress.ts'
import { holderOf, takenBy, takenEvenInDrafts } from './takenBy.ts'

const { afterInput, custom } = saysProblems(async (value, id, req) => {
  const address = value.trim() ? normalised(value) : undefined
  return address && (reserved(address) ?? takenEvenInDrafts(address, placeOf(id, req)))
})

/** The whole address of a page, relative to the site: `/`, `/about`, `/about/people`. */
export const path: TextField = {
  name: 'path',
  type: 'text',
  label: 'Address',
  required: true,
  unique: true,
  index: true,
  maxLength: 200,
  custom,
  admin: {
    position: 'sidebar',
    description: 'From / on: /about, /about/people. The home page is / itself.',
    components: { afterInput },
  },
  hooks: {
    beforeDuplicate: [({ req, value }) => freePath(String(value), req)],
    beforeValidate: [({ value }) => typeof value === 'string' && value.trim() ? normalised(value) : undefined],
  },
  validate: async (value, { id, req }) => {
    if (!value)
      return 'Give the page an address, such as /about.'
    return reserved(value) ?? await takenBy(value, placeOf(id, req)) ?? true
  },
}

function placeOf(id: number | string | undefined, req: PayloadRequest): AddressPlace {
  return { collection: 'pages', field: 'path', id, req }
}

function reserved(address: string): string | undefined {
  return isReservedPath(address) ? `“${address}” belongs to another part of the site. Choose another.` : undefined
}

/** Returns a free path for the duplicate of a page: its path with the next number. */
async function freePath(path: string, req: PayloadRequest): Promise<string> {
  for (let number = 2; ; number++) {
    const candidate = `${path === '/' ? '/home' : path.slice(0, 190)}-${number}`
    if (!await holderOf(candidate, placeOf(undefined, req)))
      return candidate
  }
}

function normalised(value: string): string {
  const segments = value.split('/').map(segment => slugify(segment)).filter(Boolean)
  return `/${segments.join('/')}`
}
