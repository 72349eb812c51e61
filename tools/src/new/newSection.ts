import type { FileChanges } from './FileChanges.ts'
import type { Name } from './parseName.ts'
import { Failure } from '../failure.ts'
import { plural } from './plural.ts'

/**
 * Adds a kind of section that articles, services and pages offer. Returns the remaining steps.
 *
 * @throws {Failure} if the name is taken
 */
export function newSection(name: Name, changes: FileChanges): string[] {
  const { camel, kebab, pascal, words } = name
  requireFreeName(name, changes)

  changes.create(`cms/src/blocks/${pascal}.ts`, schema(name))
  changes.create(`cms/public/section-kinds/${camel}.svg`, PALETTE_PICTURE)
  changes.create(`web/app/blocks/${pascal}.vue`, component(name))

  changes.addImport('cms/src/blocks/kinds.ts', `{ ${pascal} }`, `./${pascal}.ts`)
  changes.append('cms/src/blocks/kinds.ts', /^export const articleKinds/, `  ${camel}: ${pascal},`)
  changes.append('cms/src/blocks/kinds.ts', /^export const landingKinds/, `  ${camel}: ${pascal},`)
  changes.addImport('web/app/blocks/registry.ts', pascal, `./${pascal}.vue`)
  changes.append('web/app/blocks/registry.ts', /^export const BLOCKS/, `  ${camel}: ${pascal},`)
  changes.append('shared/src/textOf.ts', /^const OWN_TEXT/, `  ${camel}: ({ text }) => [text],`)

  changes.append(
    'web/test/fixtures.ts',
    /^export const SECTIONS/,
    `  ${camel}: { ...HEAD, blockType: '${camel}', text: 'Words of its own.' },`,
  )
  changes.append(
    'cms/test/e2e/harness/everyKind.ts',
    /^ {2}const kinds/,
    `    ${camel}: section('${camel}', { ...head('${words}'), text: 'Words of its own.' }),`,
  )
  changes.append(
    'cms/test/e2e/harness/everyLandingKind.ts',
    /^ {2}const kinds/,
    `    ${camel}: landingSection('${camel}', { ...head('${words}'), text: 'Words of its own.' }),`,
  )
  changes.insertAfterLast(
    'cms/test/integration/leaks/seedSecrets.ts',
    /^ {6}section\('\w+', \{ \.\.\.words/,
    `      section('${camel}', { ...words, text: SECRET }),`,
  )
  changes.addSorted('cms/test/integration/publicFields.txt', FIELDS.map(field => `block ${camel}.${field}`))

  changes.insertAfterLast('docs/article-format.md', SECTION_ROW, `| \`${kebab}\` | a text | none |`)
  changes.insertBefore(
    'docs/article-format.md',
    /^### Showing what is there already/,
    `### ${plural(words)}\n\n\`\`\`markdown\n${example(name)}\n\`\`\`\n`,
  )
  changes.insertAfterLast('docs/writing.md', /^ {3}\| /, `   | ${words} | what its name says |`)

  return [
    `Give the kind its fields in cms/src/blocks/${pascal}.ts, and its look in web/app/blocks/${pascal}.vue and cms/public/section-kinds/${camel}.svg.`,
    'If only articles or only landing pages offer it, take it out of the other list in cms/src/blocks/kinds.ts.',
    `“pnpm types add-${kebab}” writes its types and a migration. “pnpm typecheck” then names each file that the fields change.`,
    'Say what it is for in docs/writing.md and docs/article-format.md, and show it in an article of cms/src/demo/. “npm run test:quick” checks this, and writes the snapshot of the component.',
    'Add new fields to the list of public fields: cms/test/integration/publicFields.test.ts says how.',
  ]
}

const SECTION_ROW = /^\| `[a-z]/

/** Directives that stand inside a section. */
const NESTED_DIRECTIVES = ['card', 'stat', 'summary']

function requireFreeName({ kebab, pascal }: Name, changes: FileChanges): void {
  const rows = changes.read('docs/article-format.md').split('\n').filter(line => SECTION_ROW.test(line))
  const isDirective = [...NESTED_DIRECTIVES, ...rows.flatMap(row => row.split('|')[1]!.match(/[a-z-]+/g) ?? [])]
    .includes(kebab)
  if (isDirective || changes.read('shared/src/payload-types.ts').includes(`export interface ${pascal}Section `))
    throw new Failure(`The name “${kebab}” is taken by a section: choose another.`)
}

const FIELDS = ['anchor', 'blockName', 'heading', 'id', 'kicker', 'label', 'summary', 'text']

function schema(name: Name): string {
  const { camel, pascal, words } = name
  return `import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { plainText } from '../import/plainText.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { defineSection } from './defineSection.ts'

export const ${pascal} = defineSection({
  slug: '${camel}',
  name: '${words}',
  plural: '${plural(words)}',
  fields: [
    { name: 'text', type: 'textarea', required: true, maxLength: 1200 },
  ],
  article: {
    read,
    example: \`${example(name)}\`,
  },
})

function read({ name, line, body }: SectionSource, { report }: Context): ReadSection<'${camel}'> {
  const paragraphs = body.filter(node => node.type === 'paragraph')
  for (const node of body.filter(node => node.type !== 'paragraph'))
    refuseNode(node, \`in “\${name}”\`, 'It holds paragraphs of plain text.', report)
  if (paragraphs.length === 0)
    report(line, \`“\${name}” has no text.\`, 'Write some, or take the section out.')
  return { fields: { text: paragraphs.map(({ children }) => plainText(children, 'the text', report)).join('\\n\\n') } }
}
`
}

function example({ kebab }: Name): string {
  return `:::${kebab}{kicker="A kicker"}
## A heading

The text.
:::`
}

function component({ camel, kebab }: Name): string {
  return `<script setup lang="ts">
import type { SectionOf } from '@masthead/shared/types'

defineProps<{ section: SectionOf<'${camel}'> }>()
</script>

<template>
  <p class="${kebab}">
    {{ section.text }}
  </p>
</template>

<style>
.${kebab} {
  max-width: var(--measure);
  white-space: pre-line;
}
</style>
`
}

/** The palette's picture: a heading over lines of text. */
const PALETTE_PICTURE
  = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160"><rect width="240" height="160" fill="#f4f3ef"/><rect x="40" y="48" width="104" height="9" fill="#2b2a27"/><rect x="40" y="76" width="160" height="5" fill="#c9c5ba"/><rect x="40" y="88" width="160" height="5" fill="#c9c5ba"/><rect x="40" y="100" width="96" height="5" fill="#c9c5ba"/></svg>
`
