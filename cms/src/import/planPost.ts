import type { Reference } from './Article.ts'
import type { Planning } from './Planning.ts'
import type { Ids } from './Step.ts'
import { decideAction } from './decideAction.ts'
import { findBySlug } from './findBySlug.ts'
import { addStep } from './Planning.ts'
import { lineOf } from './SourceMap.ts'

/** Plans the post itself, which refers to everything planned before it. */
export async function planPost(planning: Planning): Promise<void> {
  const { article, payload, report } = planning
  const { slug, post, category, authors, hero, shareImage, related, sections, lines } = article
  for (const reference of related)
    await planRelated(reference, planning)

  const existing = await findBySlug(payload, 'posts', slug)
  if (existing?.deletedAt) {
    report(
      lineOf('slug', lines),
      `The article “${slug}” is in the trash.`,
      'Restore it or delete it permanently, or choose another “slug”.',
    )
    return
  }
  const step = {
    collection: 'posts' as const,
    title: post.title,
    sources: [article],
    existing,
    data: (ids: Ids) => ({
      ...post,
      slug,
      category: ids.get(category),
      authors: authors.map(author => ids.get(author)),
      hero: hero ? ids.get(hero) : null,
      related: related.map(reference => ids.get(reference)),
      seo: { ...post.seo, image: shareImage ? ids.get(shareImage) : null },
      sections: sections.map(section => withIds(section, ids)),
    }),
    lines,
  }
  addStep(planning, await decideAction(step, planning))
}

async function planRelated(reference: Reference, { payload, article, ids, promised, report }: Planning): Promise<void> {
  const { ref, line } = reference
  const existing = await findBySlug(payload, 'posts', ref)
  if (ref === article.slug) {
    report(line, 'The article is related to itself.', 'Take its address out of “related”.')
  }
  else if (existing && !existing.deletedAt) {
    ids.set(reference, existing.id)
  }
  else if (!promised.has(`posts/${ref}`)) {
    report(
      line,
      `There is no article “${ref}”${existing ? ' but in the trash' : ''}.`,
      'Import it first, or take it out of “related”.',
    )
  }
}

/** Returns a section in its stored form: each source is replaced by the id of its document, at any depth. */
function withIds(value: unknown, ids: Ids): unknown {
  if (typeof value !== 'object' || value === null)
    return value
  if (Array.isArray(value))
    return value.map(item => withIds(item, ids))
  return ids.get(value)
    ?? Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withIds(inner, ids)]))
}
