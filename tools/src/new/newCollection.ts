import type { FileChanges } from './FileChanges.ts'
import type { Name } from './parseName.ts'
import { Failure } from '../failure.ts'
import { singular } from './singular.ts'

/**
 * Adds a collection of documents with drafts that marketers edit. Returns the remaining steps.
 *
 * @throws {Failure} if the name is taken
 */
export function newCollection(name: Name, changes: FileChanges): string[] {
  const { camel, kebab, pascal, words } = name
  requireFreeName(name, changes)
  const one = singular(words).toLowerCase()

  changes.create(`cms/src/collections/${pascal}.ts`, definition(name))
  changes.addImport('cms/src/collections/collections.ts', `{ ${pascal} }`, `./${pascal}.ts`)
  changes.append('cms/src/collections/collections.ts', /^export const collections/, `  ${pascal},`)

  changes.append('cms/test/integration/harness/contentOf.ts', /^const CONTENT/, `  '${kebab}': title => ({ title }),`)
  changes.append(
    'cms/test/integration/changes.test.ts',
    /^ {2}const made/,
    `    '${kebab}': () => editor.create('${kebab}', { title: 'Noted', _status: 'published' }),`,
  )
  changes.append(
    'cms/test/databaseAgnostic/content/demoGuard.test.ts',
    /^ {2}const makers/,
    `    '${kebab}': () => create('${kebab}', {}, { draft: true }),`,
  )
  changes.insertBefore(
    'cms/test/integration/leaks/seedSecrets.ts',
    /^ {2}const secrets = \[/,
    `  const ${camel} = await seedDrafts('${kebab}', { title: SECRET }, { title: 'A public ${one}' }, marketing, () => ({}))`,
  )
  changes.append('cms/test/integration/leaks/seedSecrets.ts', /^ {2}const secrets = \[/, `    ...${camel},`)
  changes.addSorted('cms/test/integration/publicFields.txt', FIELDS.map(field => `${kebab}.${field}`))

  changes.replace(
    'cms/test/integration/access/table.ts',
    /(collections: \['services', 'pages', 'ctas'[^\]]*)\]/,
    `$1, '${kebab}']`,
  )
  for (const path of ['cms/test/integration/access/table.ts', 'cms/test/integration/access/trials.ts', 'docs/roles.md'])
    changes.replace(path, /Services, pages, calls to action[^'\n]*/, `$&, ${words.toLowerCase()}`)

  return [
    `Give the collection its fields and labels in cms/src/collections/${pascal}.ts, and say who may do what.`,
    `If others look after it, or it has no drafts, move “${kebab}” to another chapter in cms/test/integration/access/table.ts, and its title in trials.ts and docs/roles.md.`,
    `“pnpm types add-${kebab}” writes the types and a migration. “pnpm typecheck” then names each file that the fields change.`,
    'Give each field that readers must not get “access: { read: onlyStaff }”. Add the others to the list of public fields: cms/test/integration/publicFields.test.ts says how.',
    'If its documents have pages, add their path to PAGES in shared/src/paths.ts, then a composable and a page in web/app/.',
  ]
}

function requireFreeName({ kebab, words }: Name, changes: FileChanges): void {
  const types = changes.read('shared/src/payload-types.ts')
  const slugs = [...types.matchAll(/^ {2}(?:collections|globals): \{\n(.*?)^ {2}\};/gms)].flatMap(([, entries]) =>
    entries!.match(/[\w-]+(?='?: )/g) ?? [],
  )
  const documents = singular(words).replaceAll(/(?:^| )\w/g, letter => letter.trim().toUpperCase())
  if (slugs.includes(kebab) || types.includes(`export interface ${documents} `))
    throw new Failure(`The name “${kebab}” is taken by a collection, a global or a type: choose another.`)
}

const FIELDS = ['_status', 'createdAt', 'deletedAt', 'title', 'updatedAt']

function definition({ kebab, pascal, words }: Name): string {
  return `import { marketersWork } from '../access.ts'
import { defineCollection } from './defineCollection.ts'

export const ${pascal} = defineCollection({
  slug: '${kebab}',
  labels: { singular: '${singular(words)}', plural: '${words}' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: marketersWork,
  admin: {
    group: 'Marketing',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
  },
  defaultSort: '-updatedAt',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 160 },
  ],
})
`
}
