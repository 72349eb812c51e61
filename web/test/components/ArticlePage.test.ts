import type { Section } from '@masthead/shared/types'
import { expect, it, vi } from 'vitest'
import ArticlePage from '../../app/components/ArticlePage.vue'
import { LAYOUT_KEY } from '../../app/layout/injectionKeys'
import { article, enquiry, layout, SECTIONS, site } from '../fixtures'
import { render, words } from '../render'

function draw(post: object = {}, related: unknown[] = [], rest: object = {}, around = layout) {
  return render(ArticlePage, { site, post: { ...article, ...post }, related, ...rest }, [[LAYOUT_KEY, around]])
}

it('draws an article from its breadcrumb to its tags', async () => {
  const html = await draw({ sections: [SECTIONS.prose, SECTIONS.quote] })
  expect(words(html)).toBe(
    'Journal The category The title The excerpt. Drawn by the authors Ines Vold Principal engineer Å Åsa 12 March 2026 1 min read label KICKER Heading Summary. Lead phrase. And the rest. label KICKER Heading Summary. Words worth keeping. A. Person, engineer A talk one two',
  )
  expect(html.match(/<h1/g)).toHaveLength(1)
})

it('lists the contents of a long article, not of a short one', async () => {
  const headed = (count: number) =>
    Array.from({ length: count }, (_, index): Section => ({ ...SECTIONS.quote, heading: `Part ${index + 1}` }))
  expect(await draw({ sections: headed(3) })).not.toContain('contents-list')
  const html = await draw({ sections: [...headed(4), { ...SECTIONS.quote, heading: null }] })
  expect(html.match(/<a href="#part-\d">/g)).toHaveLength(8)
  expect(html.match(/id="part-\d"/g)).toHaveLength(4)
})

it('offers what to read next', async () => {
  expect(await draw()).not.toContain('Read next')
  expect(words(await draw({}, [{ ...article, title: 'Another' }]))).toMatch(
    /Read next The category 12 March 2026 Another The excerpt. Ines Vold , Åsa$/,
  )
})

it('ends with the call to action of the layout, and with the enquiry section', async () => {
  const html = words(
    await draw({ sections: [], tags: null }, [], { enquiry }, {
      ...layout,
      articleCta: { headline: 'A first headline', link: { label: 'Go', href: '/services' } },
    }),
  )
  expect(html).toMatch(/1 min read A first headline Go Begin Tell us .* Send the enquiry$/)
})

it('does without everything that may be missing', async () => {
  const html = await draw({
    hero: null,
    category: 'gone',
    authors: ['gone'],
    publishedAt: null,
    tags: null,
    sections: [{ blockType: 'picture', image: 'gone' }],
  })
  expect(words(html)).toBe('Journal The title The excerpt. 1 min read')
})

it('loads the picture at its head at once and those further down when they are near', async () => {
  const html = await draw({ sections: [SECTIONS.picture] })
  expect(html.match(/fetchpriority="low"/g)).toHaveLength(1)
  expect(html).toMatch(/class="section".*loading="lazy"/s)
})

it('draws the head of a section of an unknown kind, says so to readers, and logs it once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const unknown = { ...SECTIONS.quote, blockType: 'poll', heading: 'A poll' } as unknown as Section
  const html = words(await draw({ sections: [unknown, unknown] }))
  expect(html).toContain('A poll Summary. This part of the page cannot be shown here yet.')
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('“poll”'))
  log.mockRestore()
})

it('takes no text for mark-up', async () => {
  const attack = '"><script>alert(1)</script>'
  const html = await draw({
    title: attack,
    excerpt: attack,
    tags: [attack],
    sections: Object.values(SECTIONS).map(section => ({
      ...section,
      label: attack,
      kicker: attack,
      heading: attack,
      summary: attack,
    })),
  })
  expect(html).not.toContain('<script')
})
