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
 * Reads the site as an anonymous visitor until it shows a change. It reads the addresses that the change added and
 * removed, the document's own page, and up to three pages that it affected, as the site instances report. Other pages
 * of the document do not show what changed, and stay as they are. Site instances of an earlier version report nothing:
 * then it reads pages that show the document, three in all.
 */
export async function checkChange(place: Place, change: Entry, req: PayloadRequest): Promise<LiveCheck> {
  const { number, kind, createdAt } = change
  const begun = new Date(createdAt)
  const [paths, own] = await Promise.all([pathsFor(place, req), ownPages(change, place, req)])
  const looks = firstOf(own).map(page => checkPage(page, begun))
  const { touched, ...webs } = await siteInstancesAt(req.payload.db, number)
  const others = touched
    ? touched.map(path => ({ path, is: isSettled(number) }))
    : paths.map(path => ({ path, is: hasFollowed(number) }))
  const further = firstOf(
    others.filter(({ path }) => !own.some(page => page.path === path)),
    touched ? MAX_PAGES : MAX_PAGES - looks.length,
  )
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
 * Returns the pages of a document that show its change although no site instance had them cached: the next reader has
 * them rendered. A cached page that the change did not affect shows an earlier sequence number, and nothing of the
 * change.
 */
async function renderedSince(number: number, paths: string[], begun: Date): Promise<SeenPage[]> {
  const pages = await Promise.all(
    paths.map(path => checkPage({ path, is: hasFollowed(number) }, begun, { patience: 0 })),
  )
  return pages.filter(({ problem }) => problem !== UNCHANGED)
}

export async function pathsFor({ collection, id }: Place, req: PayloadRequest): Promise<string[]> {
  return collection === 'globals' || collection === 'ctas' ? EVERYWHERE : findAffectedPages(collection, id, req)
}

/** The most pages to read, of each sort. */
const MAX_PAGES = 3

/**
 * Returns the addresses at which the change added or removed a page or a redirect, and the document's own page, which
 * shows when it last changed.
 */
async function ownPages({ tags, number }: Entry, { collection, id }: Place, req: PayloadRequest): Promise<Expected[]> {
  if (collection === 'globals')
    return []
  const addresses = tags.flatMap(tag => pathIn(tag) ?? [])
  if (collection === 'redirects')
    return addresses.map(path => ({ path, is: ({ status }) => status !== 404 }))
  const now = await publicPath(collection, id, req)
  return [
    ...addresses.filter(path => path !== now).map((path): Expected => ({
      path,
      is: ({ status, shows }) => status < 500 && shows !== `${collection}/${id}`,
    })),
    ...(now === undefined ? [] : [{ path: now, is: hasFollowed(number) }]),
  ]
}

/**
 * Whether a page has followed to a number. A redirect counts too: a page without content of its own has nothing to show
 * (a site without a home page begins with its journal).
 */
function hasFollowed(number: number): Expected['is'] {
  return ({ status, feed }) =>
    (status === 200 && feed !== undefined && feed >= number) || (status >= 300 && status < 400)
}

/** Whether an affected page is up to date. It may also no longer exist, because its list has become shorter. */
function isSettled(number: number): Expected['is'] {
  return seen => seen.status === 404 || seen.status === 410 || hasFollowed(number)(seen)
}
