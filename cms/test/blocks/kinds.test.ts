import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { slugify } from '@masthead/shared/slugify'
import { describe, expect, it } from 'vitest'
import { articleKinds, landingKinds } from '../../src/blocks/kinds.ts'
import { DIRECTIVES } from '../../src/import/directives.ts'
import { parseArticle } from '../../src/import/parseArticle.ts'
import { articleText } from '../import/articleText.ts'

const root = join(import.meta.dirname, '../../..')
const kinds = { ...articleKinds, ...landingKinds }

it('lists the kind of each file in cms/src/blocks', () => {
  const files = readdirSync(join(root, 'cms/src/blocks')).filter(file => /^[A-Z]/.test(file)).map(file =>
    file[0]!.toLowerCase() + file.slice(1, -3),
  )
  expect(files.filter(kind => !(kind in kinds)), 'Add these kinds to cms/src/blocks/kinds.ts.').toEqual([])
})

it.each(Object.values(kinds).map(({ block }) => [block.slug, block.imageURL!]))(
  'shows in the palette what the kind “%s” looks like',
  (_, imageURL) => {
    expect(existsSync(join(root, 'cms/public', imageURL)), `Draw cms/public${imageURL}.`).toBe(true)
  },
)

describe('the directives', () => {
  it('begin sections of one kind each', () => {
    const names = Object.values(articleKinds).flatMap(({ slug, suggestions = [] }) => [slug, ...suggestions])
    expect(DIRECTIVES.size).toBe(names.length)
  })

  it('have names that Markdown can read', () => {
    expect([...DIRECTIVES.keys()].filter(name => slugify(name) !== name)).toEqual([])
  })

  it('are listed in docs/article-format.md', () => {
    const rows = docs('article-format.md').split('\n').filter(line => line.startsWith('| `')).join('\n')
    expect(
      [...DIRECTIVES.keys()].filter(name => !rows.includes(`\`${name}\``)),
      'Add these to the table of sections in docs/article-format.md.',
    ).toEqual([])
  })
})

describe.each(Object.values(articleKinds))('the kind $slug', ({ article: { example }, name, slug }) => {
  it('has an example, which is one section of the kind', () => {
    expect(parseArticle(articleText(example)).sections.map(({ blockType }) => blockType)).toEqual([slug])
  })

  it('is shown in docs/article-format.md', () => {
    expect(docs('article-format.md').includes(example), `Show this in docs/article-format.md:\n\n${example}\n`).toBe(
      true,
    )
  })

  it('is explained to writers in docs/writing.md', () => {
    expect(docs('writing.md').includes(name), `Say in the table of docs/writing.md what “${name}” is for.`).toBe(true)
  })
})

function docs(file: string): string {
  return readFileSync(join(root, 'docs', file), 'utf8')
}
