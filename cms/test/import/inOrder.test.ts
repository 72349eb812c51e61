import { expect, it } from 'vitest'
import { inOrder } from '../../src/import/inOrder.ts'
import { parseArticle } from '../../src/import/parseArticle.ts'
import { articleText } from './articleText.ts'

it('imports files after those that they refer to', () => {
  const file = (slug: string, related: string) => ({
    slug,
    article: parseArticle(articleText(undefined, { slug, related })),
  })
  const slugs = (...files: ReturnType<typeof file>[]) => inOrder(files).map(({ slug }) => slug)
  expect(slugs(file('a', '[b]'), file('b', '[c]'), file('c', '[]'))).toEqual(['c', 'b', 'a'])
  expect(slugs(file('a', '[]'), file('b', '[a]'))).toEqual(['a', 'b'])
  expect(slugs(file('a', '[b]'), file('b', '[a]'))).toEqual(['b', 'a'])
})
