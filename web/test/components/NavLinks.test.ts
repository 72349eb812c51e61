import { expect, it } from 'vitest'
import NavLinks from '../../app/components/NavLinks.vue'
import { render, words } from '../render'

const links = [
  { label: 'Home', href: '/' },
  { label: 'Services', href: '/services' },
  { label: 'Journal', href: '/blog' },
  { label: 'Elsewhere', href: 'https://example.org' },
]

const draw = (path: string) => render(NavLinks, { links, path })

it('draws the links, and nothing without any', async () => {
  expect(words(await draw('/about'))).toBe('Home Services Journal Elsewhere')
  expect(await render(NavLinks, { links: [], path: '/' })).toBe('')
})

it('marks the page itself and the part of the site that it is in', async () => {
  expect(await draw('/')).toContain('<a href="/" aria-current="page">')
  expect(await draw('/blog')).toContain('<a href="/blog" aria-current="page">')
  const html = await draw('/services/a')
  expect(html).toContain('<a href="/services" aria-current="true">')
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(await draw('/servicesother')).not.toContain('aria-current')
})
