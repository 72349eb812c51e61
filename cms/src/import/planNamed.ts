import type { Author, Category } from '@masthead/shared/payload-types'
import type { AuthorData, CategoryData, Named } from './Article.ts'
import type { Planning } from './Planning.ts'
import { slugify } from '@masthead/shared/slugify'
import { addStep } from './Planning.ts'
import { lineOf } from './SourceMap.ts'

/** Plans a category: an existing one stays as it is, a missing one is created. */
export async function planCategory(category: Named<CategoryData>, planning: Planning): Promise<void> {
  await planNamed('categories', 'title', category, data => ({ ...data ?? { title: category.name } }), planning)
}

/** The same for an author. */
export async function planAuthor(author: Named<AuthorData>, planning: Planning): Promise<void> {
  await planNamed('authors', 'name', author, (data, ids) =>
    data
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
  const { report, payload } = planning
  const kind = collection === 'authors' ? 'author' : 'category'
  const address = slug ?? slugify(name)
  const { docs } = await payload.find({
    collection,
    where: { or: [{ slug: { in: [address, name] } }, { [nameField]: { equals: name } }] },
    trash: true,
    depth: 0,
    pagination: false,
    // A user who can start the import has every right on the database.
    overrideAccess: true,
  })
  const found = docs as (Author | Category)[]
  const isMeant = (doc: Author | Category) => slug ? doc.slug === slug : doc.slug === name || isCalled(name, doc)
  const meant = found.filter(doc => isMeant(doc) && !doc.deletedAt)
  const [existing, another] = meant
  const taken = found.find(doc => doc.slug === address)
  if (another) {
    report(
      lineOf('', lines),
      `“${name}” may be several ${collection}: ${meant.map(doc => doc.slug).join(', ')}.`,
      'Give the one by its address.',
    )
  }
  else if (!existing && found.some(isMeant)) {
    report(lineOf('', lines), `The ${kind} “${name}” is in the trash.`, 'Restore it, or delete it permanently.')
  }
  else if (!existing && taken) {
    report(
      lineOf('', lines),
      `The address “${address}” is that of another ${kind}.`,
      `Name that one by its address, or give this one its own: {${nameField}: ${name}, slug: …}.`,
    )
  }
  else if (existing && named.data) {
    noteDifferences(existing, named.data, `The ${kind} “${name}”`, planning)
  }
  addStep(planning, {
    collection,
    title: name,
    sources: [named],
    action: existing ? 'unchanged' : 'create',
    existing,
    remembered: null,
    data: ids => ({ ...data(named.data, ids), slug: address }),
    lines,
  })
}

function isCalled(name: string, doc: Author | Category): boolean {
  return ('name' in doc ? doc.name : doc.title).toLowerCase() === name.toLowerCase()
}

/**
 * Notes that the file differs from an existing category or author. Many articles name the same author, so none of them
 * changes it.
 */
function noteDifferences(existing: object, data: object, problem: string, { notes }: Planning): void {
  const differs = Object.entries(data).some(([field, value]) =>
    field !== 'photo' && (value ?? '') !== ((existing as Record<string, unknown>)[field] ?? ''),
  )
  if (differs)
    notes.push(`${problem} is there already and stays as it is: change it in the admin.`)
}
