import { expect, it } from 'vitest'
import { layoutOf } from '../../app/layout/layoutOf'
import { ctas, site } from '../fixtures'

const toDraft = { label: 'To a draft', document: { relationTo: 'pages' as const, value: 'a-bare-id' } }
function toPage(extra = {}) {
  return {
    label: 'A page',
    document: { relationTo: 'pages' as const, value: { id: '1', path: '/a-page', ...extra } },
  }
}

it('has what is shown around a page, in its order', () => {
  expect(
    layoutOf({
      ...site,
      footer: 'A footer.',
      navigation: [toPage() as never],
      footerLinks: [{ label: 'Elsewhere', url: 'https://example.org' }],
    }, { banner: ctas, endOfArticle: ctas }),
  ).toEqual({
    name: 'Masthead',
    tagline: 'A tagline',
    navigation: [{ label: 'A page', href: '/a-page' }],
    footer: 'A footer.',
    footerLinks: [{ label: 'Elsewhere', href: 'https://example.org' }],
    banner: [{ headline: 'A first headline', label: 'Go', href: '/services' }, {
      headline: 'A second headline',
      label: 'Look',
      href: 'https://example.org',
    }],
    articleCta: { headline: 'A first headline', link: { label: 'Go', href: '/services' } },
  })
})

it('leaves out what is not public, and takes the next call to action instead', () => {
  const closed = { ...ctas[0]!, link: toDraft }
  const layout = layoutOf({ ...site, navigation: [toDraft, toPage() as never], footerLinks: [toDraft] }, {
    banner: [closed, ...ctas],
    endOfArticle: [closed, ...ctas],
  })
  expect(layout.navigation).toEqual([{ label: 'A page', href: '/a-page' }])
  expect([layout.footerLinks, layout.banner.length, layout.articleCta?.headline]).toEqual([[], 2, 'A first headline'])
})

it('leads to the journal where nobody has made a menu', () => {
  expect(layoutOf(site).navigation).toEqual([{ label: 'Journal', href: '/blog' }])
})

it('is the same whatever else changes in the documents that it links to', () => {
  const before = layoutOf({ ...site, navigation: [toPage() as never] }, { endOfArticle: ctas })
  const after = layoutOf({ ...site, navigation: [toPage({ seo: { title: 'Another' } }) as never] }, {
    endOfArticle: [...ctas, { ...ctas[0]!, id: 'shown nowhere' }],
  })
  expect(after).toEqual(before)
})
