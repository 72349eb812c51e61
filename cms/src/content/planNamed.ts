import type { Author, Category } from '@masthead/shared/payload-types'
import type { Where } from 'payload'
import type { AuthorData, CategoryData, Named } from './Article.ts'
import type { Planning } from './Planning.ts'
import { slugify } from '@masthead/shared/slugify'
import { lineOf } from './Lines.ts'
import { addStep } from './Planning.ts'

/** A category that is there is taken as it is, one that is not is made. */
export async function planCategory(category: Named<CategoryData>, planning: Planning): Promise<void> {
  await planNamed('categories', 'title', category, data => ({ ...data ?? { title: category.name } }), planning)
}

/** The same for an author. */
export async function planAuthor(author: Named<AuthorData>, planning: Planning): Promise<void> {
  await planNamed('authors', 'name', author, (data, ids) => data
    ? { ...data, photo: data.photo ? ids.get(data.photo) : null }
    : { name: author.name }, planning)
}

type Ids = Planning['ids']

async function planNamed<Data extends object>(
  collection: 'authors' | 'categories',
  nameField: 'name' | 'title',
  named: Named<Data>,
  data: (data: Data | undefined, ids: Ids) => Record<string, unknown>,
  planning: Planning,
): Promise<void> {
  const { name, slug, lines } = named
  const slugs = slug ? [slug] : [...new Set([name, slugify(name)])]
  const where: Where = { or: [{ slug: { in: slugs } }, ...(slug ? [] : [{ [nameField]: { equals: name } }])] }
  const { docs } = await planning.payload.find({
    collection,
    where,
    trash: true,
    depth: 0,
    pagination: false,
    // Whoever may start the import may write everything.
    overrideAccess: true,
  })
  const found = docs as (Author | Category)[]
  const present = found.filter(doc => !doc.deletedAt)
  const exact = present.filter(doc => slugs[0] === doc.slug)
  const [existing, ...others] = exact.length > 0 ? exact : present
  const kind = collection === 'authors' ? 'author' : 'category'
  if (others.length > 0)
    planning.complain(lineOf('', lines), `“${name}” may be several ${collection}: ${present.map(doc => doc.slug).join(', ')}.`, 'Give the one by its address.')
  else if (!existing && found.length > 0)
    planning.complain(lineOf('', lines), `The ${kind} “${name}” is in the trash.`, 'Restore it, or delete it for good.')
  if (existing && named.data)
    noteDifferences(existing, named.data, `The ${kind} “${name}”`, planning)
  addStep(planning, {
    collection,
    title: name,
    sources: [named],
    action: existing ? 'unchanged' : 'create',
    existing,
    remembered: null,
    data: ids => ({ ...data(named.data, ids), slug: slug ?? slugify(name) }),
    lines,
  })
}

/** Many articles name an author; none of them changes what the admin says about the person. */
function noteDifferences(existing: object, data: object, what: string, { notes }: Planning): void {
  const differs = Object.entries(data).some(([field, value]) =>
    field !== 'photo' && (value ?? '') !== ((existing as Record<string, unknown>)[field] ?? ''))
  if (differs)
    notes.push(`${what} is there already and stays as it is: change it in the admin.`)
}
