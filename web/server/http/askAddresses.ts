import type { CmsClient } from '@masthead/shared/client'
import type { Entries, Rule } from './AddressBook'
import { placeAt } from '@masthead/shared/paths'
import { documentPaths } from '../page-cache/knownPaths'

/** What the CMS says of addresses. Everything fails with CmsError where it does not answer. */
export interface AddressSource {
  /** All redirects and all addresses of pages, in batches. */
  all: () => AsyncIterable<Pick<Entries, 'rules' | 'pages'>>
  /** Those of these redirects that there are. */
  rules: (ids: string[]) => Promise<NonNullable<Entries['rules']>>
  rulesFrom: (paths: string[]) => Promise<Rule[]>
  /** Whether a document has an address, and readers see it. */
  isPage: (path: string) => Promise<boolean>
}

export function askAddresses(cms: CmsClient): AddressSource {
  const rules = async (query: object) => {
    const { docs } = await cms.find('redirects', { select: { from: true, to: true, status: true }, depth: 0, pagination: false, ...query })
    return docs.map(({ id, from, to, status }) => ({ id, from, status: Number(status), to: to ?? undefined }))
  }
  return {
    rules: ids => rules({ where: { id: { in: ids } }, limit: ids.length }),
    rulesFrom: paths => rules({ where: { from: { in: paths } }, limit: paths.length }),
    async* all() {
      let last: string | undefined
      do {
        // An address is there once, and its index is in order.
        const some = await rules({ where: last === undefined ? undefined : { from: { greater_than: last } }, sort: 'from', limit: AT_ONCE })
        yield { rules: some }
        last = some.length === AT_ONCE ? some.at(-1)!.from : undefined
      } while (last !== undefined)
      for await (const pages of documentPaths(cms))
        yield { pages }
    },
    async isPage(path) {
      const { collection, field, value } = placeAt(path)
      return await cms.findOne(collection, { where: { [field]: { equals: value } }, select: { updatedAt: true }, depth: 0 }) !== undefined
    },
  }
}

const AT_ONCE = 500
