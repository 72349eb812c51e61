import type { Change } from '@masthead/shared/changes'
import type { IndexedPage } from './IndexedPage'
import type { PageIndexStatements, PageRow } from './pageIndexTables'
import { pathIn } from '@masthead/shared/tags'
import { Dependencies, dependencyOf } from '../changes/Dependencies'
import { indexedPage } from './IndexedPage'

/** Returns the pages that a change affects, each once, in batches, some of them empty. */
export function* pagesAffectedBy(statements: PageIndexStatements, change: Change): Generator<IndexedPage[]> {
  const seen = new Set<number>()
  for (const tag of change.tags) {
    for (const pages of pagesAffectedByTag(statements, change, tag)) {
      const others = pages.filter(({ id }) => !seen.has(id))
      if (change.tags.length > 1)
        others.forEach(({ id }) => seen.add(id))
      yield others
    }
  }
}

function* pagesAffectedByTag(statements: PageIndexStatements, change: Change, tag: string): Generator<IndexedPage[]> {
  const path = pathIn(tag)
  if (path !== undefined) {
    const row = statements.get.get(path) as PageRow | undefined
    yield row ? [indexedPage(row)] : []
    return
  }
  const name = dependencyOf(tag)
  const one: Change = { ...change, tags: [tag] }
  // Most pages use the same fields of a document.
  const known = new Map<string, boolean>()
  const isAffected = (use: string) => {
    const affected = known.get(use) ?? Dependencies.of({ name, use }).isAffectedBy(one)
    known.set(use, affected)
    return affected
  }
  const rowsAfter = (id: number) => statements.dependents.all(name, id) as unknown as (PageRow & { use: string })[]
  for (let rows = rowsAfter(0); rows.length > 0; rows = rowsAfter(rows.at(-1)!.id))
    yield rows.filter(({ use }) => isAffected(use)).map(indexedPage)
}
