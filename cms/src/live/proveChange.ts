import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Entry } from '../changes/entries.ts'
import type { Proof } from './Proof.ts'
import type { Expected } from './provePage.ts'
import { pathIn } from '@masthead/shared/tags'
import { websAt } from '../changes/knownWebs.ts'
import { publicPath } from '../publicPath.ts'
import { EVERYWHERE, pagesThatShow } from './pagesThatShow.ts'
import { provePage } from './provePage.ts'

export interface Place {
  collection: CollectionSlug | 'globals'
  id: string
}

/** Looks at the site as a stranger, until a change is seen there: at the pages that it gave and took, and at others that show the document. */
export async function proveChange(place: Place, change: Entry, req: PayloadRequest): Promise<Proof> {
  const { number, kind, createdAt } = change
  const paths = await pathsFor(place, req)
  const expected = [...await movesIn(change, place, req), ...paths.map(path => ({ path, is: hasFollowed(number) }))]
  const looked = [...new Map(expected.map(page => [page.path, page])).values()].slice(0, MOST)
  const [webs, ...pages] = await Promise.all([websAt(req.payload.db, number), ...looked.map(page => provePage(page, new Date(createdAt)))])
  return {
    number,
    kind,
    total: paths.length,
    pages: pages.map(({ through: _, ...page }) => page),
    through: pages.some(({ through }) => through === 'inside') ? 'inside' : 'site',
    webs,
  }
}

export async function pathsFor({ collection, id }: Place, req: PayloadRequest): Promise<string[]> {
  return collection === 'globals' || collection === 'ctas' ? EVERYWHERE : pagesThatShow(collection, id, req)
}

/** Pages that are looked at. */
const MOST = 3

/** The addresses at which the change brought or took a page, or a redirect. */
async function movesIn({ tags, number }: Entry, { collection, id }: Place, req: PayloadRequest): Promise<Expected[]> {
  if (collection === 'globals')
    return []
  const addresses = tags.flatMap(tag => pathIn(tag) ?? [])
  if (collection === 'redirects')
    return addresses.map(path => ({ path, is: ({ status }) => status !== 404 }))
  const now = await publicPath(collection, id, req)
  return addresses.map(path => ({
    path,
    is: path === now ? hasFollowed(number) : ({ status, shows }) => status < 500 && shows !== `${collection}/${id}`,
  }))
}

/** Where a page shows nothing of its own (a site without a home page begins with its journal) there is nothing to see. */
function hasFollowed(number: number): Expected['is'] {
  return ({ status, feed }) => (status === 200 && feed !== undefined && feed >= number) || (status >= 300 && status < 400)
}
