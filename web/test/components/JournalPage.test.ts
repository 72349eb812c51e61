import { expect, it } from 'vitest'
import JournalPage from '../../app/components/JournalPage.vue'
import { article } from '../fixtures'
import { render, words } from '../render'

const posts = [article, { ...article, id: 'post-2', title: 'Second', slug: 'second', hero: null }]
const draw = (props: object) => render(JournalPage, { title: 'Journal', posts, page: 1, hasOlder: false, ...props })

it('says so when nothing has been published', async () => {
  expect(words(await draw({ posts: [] }))).toBe('Journal Nothing has been published yet. Please come back soon.')
})

it('draws articles, the newest largest, on the first page', async () => {
  const html = await draw({})
  expect(words(html)).toBe(
    'Journal The category 12 March 2026 The title The excerpt. Ines Vold , Åsa The category 12 March 2026 Second The excerpt. Ines Vold , Åsa',
  )
  expect(html.match(/post-row--lead/g)).toHaveLength(1)
  expect(await draw({ page: 2 })).not.toContain('post-row--lead')
})

it('leads to the pages before and after', async () => {
  expect(await draw({})).not.toContain('Page 1')
  expect(await draw({ hasOlder: true })).toContain('href="/blog/page/2" rel="next"')
  const middle = await draw({ page: 2, hasOlder: true })
  expect(middle).toContain('href="/blog" rel="prev"')
  expect(middle).toContain('href="/blog/page/3" rel="next"')
  expect(await draw({ page: 3 })).not.toContain('rel="next"')
})
