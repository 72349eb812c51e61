import type { ComparisonTable, Post, TakeawayCard } from '@masthead/shared/payload-types'
import type { RichText, Section } from '@masthead/shared/types'
import type { Importer } from '../../integration/content/Importer.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImporter } from '../../integration/content/Importer.ts'
import { referenceArticle } from '../../integration/content/referenceArticle.ts'

const folder = process.env.REFERENCE_DIR

describe.skipIf(!folder)('the reference article', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
  })
  afterAll(() => importer.close())

  it('goes in whole: every line of it, in its order, once', async () => {
    const { markdown, lines } = referenceArticle(readFileSync(join(folder!, 'article.txt'), 'utf8'))
    const file = await importer.write('reference.md', markdown)
    expect(await importer.import(file, { publish: true })).toContain('✓ reference.md: created, published')
    const [{ slug }] = await importer.all('posts') as [Post]
    const post = await importer.published('posts', slug)
    expect(linesOf(post!)).toEqual(lines)
    expect(post?.seo?.title).not.toBe(post?.title)
    expect(post?.sections.map(({ blockType }) => blockType)).toEqual([
      'prose',
      'comparison',
      'prose',
      'prose',
      'spotlight',
      'prose',
      'takeaways',
    ])
    expect(await importer.import(file, { publish: true })).toContain('unchanged (published)')
  })
})

/** What a reader would read, from what is stored. */
function linesOf({ title, excerpt, sections }: Post): string[] {
  return [
    title,
    excerpt,
    ...sections.flatMap(
      section => [section.label, section.kicker, section.heading, section.summary, ...bodyOf(section)],
    ),
  ].filter(line => typeof line === 'string')
}

function bodyOf(section: Section): string[] {
  switch (section.blockType) {
    case 'prose':
      return section.body.root.children.map(textOf)
    case 'comparison':
      return tableLines(section.table as ComparisonTable)
    case 'spotlight':
    case 'takeaways':
      return (section.cards as TakeawayCard[]).flatMap(cardLines)
    default:
      throw new Error(`There is no “${section.blockType}” in the reference article.`)
  }
}

function tableLines({ title, description, criterionLabel, columns, rows }: ComparisonTable): string[] {
  return [
    title,
    description!,
    criterionLabel + columns.map(({ label, note }) => `${label} (${note})`).join(''),
    ...rows.flatMap((
      { criterion, cells },
    ) => [criterion, ...columns.map(({ key }) => cells![key]!).map(({ mark, text }) => text ?? mark)]),
  ]
}

function cardLines({ title, body, points, stats }: TakeawayCard): string[] {
  return [
    title,
    body,
    ...points!.map(({ lead, text }) => lead ? `${lead}: ${text}` : text),
    ...stats!.flatMap(({ value, label }) => [value, label]),
  ]
}

function textOf(node: RichText['root']['children'][number]): string {
  const { text, children } = node as { text?: string, children?: typeof node[] }
  return text ?? (children ?? []).map(textOf).join('')
}
