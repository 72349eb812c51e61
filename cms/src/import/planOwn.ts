import type { CardData, Own, Reference, Source, TableData } from './Article.ts'
import type { Planning } from './Planning.ts'
import { isOwn, isReference } from './Article.ts'
import { decideAction } from './decideAction.ts'
import { findBySlug } from './findBySlug.ts'
import { keyOf } from './keyOf.ts'
import { addStep } from './Planning.ts'
import { lineOf } from './SourceMap.ts'

type Collection = 'comparison-tables' | 'takeaway-cards'

type OwnData = CardData | TableData

/** Plans the tables or cards that the article contains, and those to which it refers by key. */
export async function planOwn(collection: Collection, sources: Source<OwnData>[], planning: Planning): Promise<void> {
  const titles = new Map<string, number>()
  for (const source of sources.filter(isOwn)) {
    const { title } = source.data
    titles.set(title, (titles.get(title) ?? 0) + 1)
    await planDocument(
      collection,
      source,
      source.key ?? keyOf(title, planning.article.slug, titles.get(title)!),
      planning,
    )
  }
  for (const reference of sources.filter(isReference))
    await planReference(collection, reference, sources, planning)
}

async function planDocument(
  collection: Collection,
  source: Own<OwnData>,
  key: string,
  planning: Planning,
): Promise<void> {
  const { title } = source.data
  const existing = await findBySlug(planning.payload, collection, key)
  if (existing?.deletedAt) {
    planning.report(
      lineOf('', source.lines),
      `“${title}” (key “${key}”) is in the trash.`,
      'Restore it or delete it permanently, or give another key.',
    )
    return
  }
  const step = {
    collection,
    title,
    sources: [source],
    existing,
    data: () => ({ ...source.data, slug: key }),
    lines: source.lines,
  }
  addStep(planning, await decideAction(step, planning))
}

async function planReference(
  collection: Collection,
  reference: Reference,
  sources: Source<OwnData>[],
  planning: Planning,
): Promise<void> {
  const { ref, line } = reference
  const own = sources.filter(isOwn).find(({ key }) => key === ref)
  if (own) {
    planning.ids.set(reference, planning.ids.get(own)!)
    planning.steps.find(({ sources }) => sources.includes(own))?.sources.push(reference)
    return
  }
  const kind = collection === 'takeaway-cards' ? 'card' : 'table'
  const existing = await findBySlug(planning.payload, collection, ref)
  if (existing && !existing.deletedAt) {
    planning.ids.set(reference, existing.id)
  }
  else if (!planning.promised.has(`${collection}/${ref}`)) {
    planning.report(
      line,
      `There is no ${kind} with the key “${ref}”${existing ? ' but in the trash' : ''}.`,
      'Import the article that brings it first, or give the key that the admin shows.',
    )
  }
  if (existing && planning.options.publish && existing._status === 'draft') {
    planning.notes.push(
      `The ${kind} “${ref}” is not this article’s and has changes that are not published: publish it in the admin.`,
    )
  }
}
