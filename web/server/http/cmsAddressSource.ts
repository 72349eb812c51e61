import type { CmsClient } from '@masthead/shared/client'
import type { Entries, Rule } from './AddressBook'
import { documentForPath, pathOf } from '@masthead/shared/paths'
import { documentPaths } from './knownPaths'

/** Requests addresses from the CMS. Every method throws `CmsError` if the CMS does not respond. */
export interface AddressSource {
  /** Returns all redirects and all paths of pages, in batches. */
  all: () => AsyncIterable<Pick<Entries, 'rules' | 'pages'>>
  rulesFrom: (paths: string[]) => Promise<Rule[]>
  /** Returns those of these paths at which readers see a document. */
  pagesAt: (paths: string[]) => Promise<string[]>
}

export function cmsAddressSource(cms: CmsClient): AddressSource {
  const rules = async (query: object) => {
    const { docs } = await cms.find('redirects', {
      select: { from: true, to: true, status: true },
      depth: 0,
      pagination: false,
      ...query,
    })
    return docs.map(({ from, to, status }) => ({ from, status: Number(status), to: to ?? undefined }))
  }
  return {
    rulesFrom: paths => rules({ where: { from: { in: paths } }, limit: paths.length }),
    async* all() {
      let last: string | undefined
      do {
        // `from` is unique and indexed.
        const some = await rules({
          where: last === undefined ? undefined : { from: { greater_than: last } },
          sort: 'from',
          limit: BATCH_SIZE,
        })
        yield { rules: some }
        last = some.length === BATCH_SIZE ? some.at(-1)!.from : undefined
      }
      while (last !== undefined)
      for await (const pages of documentPaths(cms))
        yield { pages }
    },
    async pagesAt(paths) {
      const found: string[] = []
      for (const [collection, places] of Map.groupBy(paths.map(documentForPath), ({ collection }) => collection)) {
        const { field } = places[0]!
        const values = places.map(({ value }) => value)
        const { docs } = await cms.find(collection, {
          where: { [field]: { in: values } },
          select: { [field]: true },
          depth: 0,
          limit: values.length,
          pagination: false,
        })
        found.push(...docs.map(doc => pathOf(collection, doc)).filter(path => path !== undefined))
      }
      return found
    },
  }
}

const BATCH_SIZE = 500
