import { expect, it } from 'vitest'
import CategoryPage from '../../app/components/CategoryPage.vue'
import { article, category, site } from '../fixtures'
import { render, words } from '../render'

function draw(props: object = {}) {
  return render(CategoryPage, { site, category, posts: [article], page: 1, hasOlder: false, ...props })
}

it('draws what a category is about, and its articles, without its name in each of them', async () => {
  const html = await draw()
  expect(words(html)).toBe(
    'Journal The category What it is about. 12 March 2026 The title The excerpt. Ines Vold , Åsa',
  )
  expect(html.match(/<h1/g)).toHaveLength(1)
})

it('says so when nothing has been published in it', async () => {
  expect(words(await draw({ category: { ...category, description: null }, posts: [] }))).toBe(
    'Journal The category Nothing has been published yet. Please come back soon.',
  )
})

it('leads to its own pages', async () => {
  const html = await draw({ page: 2, hasOlder: true })
  expect(html).toContain('href="/blog/category/the-category" rel="prev"')
  expect(html).toContain('href="/blog/category/the-category/page/3" rel="next"')
})
