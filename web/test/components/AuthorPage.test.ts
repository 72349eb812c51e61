import { expect, it } from 'vitest'
import AuthorPage from '../../app/components/AuthorPage.vue'
import { article, author, site } from '../fixtures'
import { render, words } from '../render'

function draw(parts: object = {}) {
  return render(AuthorPage, { site, author: { ...author, ...parts }, posts: [article], page: 1, hasOlder: true })
}

it('draws who an author is, and their articles', async () => {
  const html = await draw()
  expect(words(html)).toBe(
    'Journal Principal engineer Ines Vold She plans capacity. The category 12 March 2026 The title The excerpt. Ines Vold , Åsa Page 1 Older →',
  )
  expect(html).toContain('alt="A curve that bends upwards."')
  expect(html).toContain('href="/authors/ines-vold/page/2" rel="next"')
})

it('does without everything that may be missing', async () => {
  const html = await draw({ jobTitle: null, bio: null, photo: 'gone' })
  expect(words(html)).toMatch(/^Journal Ines Vold The category/)
  expect(html).not.toContain('author-page__photo')
})
