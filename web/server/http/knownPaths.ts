import type { CmsClient } from '@masthead/shared/client'
import type { PagedCollection } from '@masthead/shared/paths'
import { addressField, blogPath, HOME, LINKABLE, pathOf, SERVICES } from '@masthead/shared/paths'
import { DATED_BY } from '@masthead/shared/tags'

/**
 * Returns the paths of pages: the first page of each list, and every document that readers see, the newest first.
 *
 * @throws {CmsError}
 */
export async function knownPaths(cms: CmsClient): Promise<string[]> {
  const paths = new Set([HOME, blogPath(), SERVICES])
  for await (const some of documentPaths(cms)) {
    for (const path of some)
      paths.add(path)
  }
  return [...paths]
}

/** Returns the paths of the documents that readers see, in batches. */
export async function* documentPaths(cms: CmsClient): AsyncGenerator<string[]> {
  for (const collection of LINKABLE) {
    for await (const docs of documentsOf(cms, collection))
      yield docs.map(doc => pathOf(collection, doc)).filter(path => path !== undefined)
  }
}

/**
 * Returns documents in batches, each from the date at which the previous one ended. Numbered pages would take longer
 * the further they are.
 */
async function* documentsOf(cms: CmsClient, collection: PagedCollection): AsyncGenerator<Addressed[]> {
  const date = (DATED_BY[collection] ?? 'createdAt') as 'createdAt' | 'publishedAt'
  const address = addressField(collection)
  let before: Addressed[] = []
  let last: string | undefined
  do {
    const { docs }: { docs: Addressed[] } = await cms.find(collection, {
      // Several documents may share a date: the next batch leaves out those already returned.
      where: last === undefined
        ? undefined
        : { [date]: { less_than_equal: last }, id: { not_in: before.map(({ id }) => id) } },
      select: { [address]: true, [date]: true },
      depth: 0,
      sort: `-${date}`,
      limit: BATCH_SIZE,
      pagination: false,
    })
    yield docs
    last = docs.length === BATCH_SIZE ? docs.at(-1)![date] ?? undefined : undefined
    before = [...before, ...docs].filter(doc => doc[date] === last)
  }
  while (last !== undefined)
}

interface Addressed {
  id: string
  slug?: string | null
  path?: string | null
  createdAt: string
  publishedAt?: string | null
}

const BATCH_SIZE = 500
