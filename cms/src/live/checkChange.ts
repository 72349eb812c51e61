import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Entry } from '../changes/entries.ts'
import type { Expected, SeenPage } from './checkPage.ts'
import type { LiveCheck } from './LiveCheck.ts'
import { pathIn } from '@masthead/shared/tags'
import { publicPath } from '../addresses/publicPath.ts'
import { siteInstancesAt } from '../changes/knownSiteInstances.ts'
import { checkPage, UNCHANGED } from './checkPage.ts'
import { EVERYWHERE, findAffectedPages } from './findAffectedPages.ts'

export interface Place {
  collection: CollectionSlug | 'globals'
  id: string
}

/**
 * Reads the site as an anonymous visitor, until a change is seen there: at the addresses that it gave and took, at the
 * document's own page, and at up to three of the pages that it touched, as the webs report. Other pages of the document
 * do not show what changed, and stay as they are. Webs of an earlier version report nothing: then it looks at pages that
 * show the document, three in all.
 */
export async function checkChange(place: Place, change: Entry, req: PayloadRequest): Promise<LiveCheck> {
  const { number, kind, createdAt } = change
  const begun = new Date(createdAt)
  const [paths, own] = await Promise.all([pathsFor(place, req), ownPages(change, place, req)])
  const looks = firstOf(own).map(page => checkPage(page, begun))
  const { touched, ...webs } = await siteInstancesAt(req.payload.db, number)
  const others = touched ? touched.map(path => ({ path, is: isSettled(number) })) : paths.map(path => ({ path, is: hasFollowed(number) }))
  const further = firstOf(others.filter(({ path }) => !own.some(page => page.path === path)), touched ? MAX_PAGES : MAX_PAGES - looks.length)
  const pages = await Promise.all([...looks, ...further.map(page => checkPage(page, begun))])
  if (touched && pages.length === 0)
    pages.push(...await renderedSince(number, paths.slice(0, MAX_PAGES), begun))
  return {
    number,
    kind,
    total: paths.length,
    pages: pages.map(({ through: _, ...page }) => page),
    through: pages.some(({ through }) => through === 'inside') ? 'inside' : 'site',
    webs,
  }
}

function firstOf(pages: Expected[], count = MAX_PAGES): Expected[] {
  return [...new Map(pages.map(page => [page.path, page])).values()].slice(0, count)
}

/**
 * Of the pages of a document, those that show its change although no web had them in its cache: the next reader has them
 * rendered. A cached page that the change did not touch shows an earlier number, and nothing of the change.
 */
async function renderedSince(number: number, paths: string[], begun: Date): Promise<SeenPage[]> {
  const pages = await Promise.all(paths.map(path => checkPage({ path, is: hasFollowed(number) }, begun, { patience: 0 })))
  return pages.filter(({ problem }) => problem !== UNCHANGED)
}

export async function pathsFor({ collection, id }: Place, req: PayloadRequest): Promise<string[]> {
  return collection === 'globals' || collection === 'ctas' ? EVERYWHERE : findAffectedPages(collection, id, req)
}

/** Pages that are looked at, of each sort. */
const MAX_PAGES = 3

/** The addresses at which the change brought or took a page, or a redirect, and the document's own page: that says when it was last changed. */
async function ownPages({ tags, number }: Entry, { collection, id }: Place, req: PayloadRequest): Promise<Expected[]> {
  if (collection === 'globals')
    return []
  const addresses = tags.flatMap(tag => pathIn(tag) ?? [])
  if (collection === 'redirects')
    return addresses.map(path => ({ path, is: ({ status }) => status !== 404 }))
  const now = await publicPath(collection, id, req)
  return [
    ...addresses.filter(path => path !== now).map((path): Expected => ({ path, is: ({ status, shows }) => status < 500 && shows !== `${collection}/${id}` })),
    ...(now === undefined ? [] : [{ path: now, is: hasFollowed(number) }]),
  ]
}

/** Where a page shows nothing of its own (a site without a home page begins with its journal) there is nothing to see. */
function hasFollowed(number: number): Expected['is'] {
  return ({ status, feed }) => (status === 200 && feed !== undefined && feed >= number) || (status >= 300 && status < 400)
}

/** A page that was touched may have ended: the list that it belongs to has become shorter. */
function isSettled(number: number): Expected['is'] {
  return seen => seen.status === 404 || seen.status === 410 || hasFollowed(number)(seen)
}
