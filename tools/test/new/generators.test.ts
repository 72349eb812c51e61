import { describe, expect, it } from 'vitest'
import { FileChanges } from '../../src/new/FileChanges.ts'
import { newCollection } from '../../src/new/newCollection.ts'
import { newSection } from '../../src/new/newSection.ts'
import { parseName } from '../../src/new/parseName.ts'
import { root } from '../../src/workspace.ts'

// Nothing here writes: a change of a file that the generators edit shows before anybody runs them.
describe('a new section', () => {
  it('is on every list of kinds', () => {
    const changes = new FileChanges(root)
    newSection(parseName('section', ['pricing-table']), changes)
    expect(changes.paths).toMatchInlineSnapshot(`
      [
        "cms/src/blocks/PricingTable.ts",
        "cms/public/section-kinds/pricingTable.svg",
        "web/app/blocks/PricingTable.vue",
        "cms/src/blocks/kinds.ts",
        "web/app/blocks/registry.ts",
        "shared/src/textOf.ts",
        "web/test/fixtures.ts",
        "cms/test/e2e/harness/everyKind.ts",
        "cms/test/e2e/harness/everyLandingKind.ts",
        "cms/test/integration/leaks/seedSecrets.ts",
        "cms/test/integration/publicFields.txt",
        "docs/article-format.md",
        "docs/writing.md",
      ]
    `)
    expect(changes.read('cms/src/blocks/kinds.ts')).toMatch(
      /import \{ Picture \} .*\nimport \{ PricingTable \} from '\.\/PricingTable\.ts'\nimport \{ Process \}/,
    )
    expect(changes.read('cms/src/blocks/kinds.ts').match(/^ {2}pricingTable: PricingTable,$/gm)).toHaveLength(2)
    expect(changes.read('docs/article-format.md')).toContain('### Pricing tables\n\n```markdown\n:::pricing-table{')
  })

  it.each(['quote', 'faq', 'introduction', 'card', 'hero', 'latest-posts'])(
    'is refused under the name “%s”, which is taken',
    (name) => {
      expect(() => newSection(parseName('section', [name]), new FileChanges(root))).toThrow(
        `The name “${name}” is taken by a section: choose another.`,
      )
    },
  )
})

describe('a new collection', () => {
  it('is on every list of collections', () => {
    const changes = new FileChanges(root)
    newCollection(parseName('collection', ['case-studies']), changes)
    expect(changes.paths).toMatchInlineSnapshot(`
      [
        "cms/src/collections/CaseStudies.ts",
        "cms/src/collections/collections.ts",
        "cms/test/integration/harness/contentOf.ts",
        "cms/test/integration/changes.test.ts",
        "cms/test/databaseAgnostic/content/demoGuard.test.ts",
        "cms/test/integration/leaks/seedSecrets.ts",
        "cms/test/integration/publicFields.txt",
        "cms/test/integration/access/table.ts",
        "cms/test/integration/access/trials.ts",
        "docs/roles.md",
      ]
    `)
    expect(changes.read('cms/src/collections/CaseStudies.ts')).toContain(
      `labels: { singular: 'Case study', plural: 'Case studies' }`,
    )
    expect(changes.read('docs/roles.md')).toMatch(/^## Services, pages, calls to action.*, case studies$/m)
  })

  it.each(['posts', 'comparison-tables', 'feed', 'payload-kv', 'site', 'configs'])(
    'is refused under the name “%s”, which is taken',
    (name) => {
      expect(() => newCollection(parseName('collection', [name]), new FileChanges(root))).toThrow(
        `The name “${name}” is taken by a collection, a global or a type: choose another.`,
      )
    },
  )
})

it('names the file that it no longer knows its way about in', () => {
  const changes = new FileChanges(root)
  expect(() => changes.append('cms/src/blocks/kinds.ts', /^export const noKinds/, '')).toThrow(
    'cms/src/blocks/kinds.ts has no line like /^export const noKinds/.',
  )
  expect(changes.paths).toEqual([])
})
