import { expect, it } from 'vitest'
import LandingPage from '../../app/components/LandingPage.vue'
import { LANDING_SECTIONS, SECTIONS } from '../fixtures'
import { render, words } from '../render'

const { hero, offer } = LANDING_SECTIONS
const draw = (sections: unknown[], rest: object = {}) => render(LandingPage, { title: 'The title', sections, ...rest })
function headings(html: string) {
  return [...html.matchAll(/<(h[1-6])[^>]*>(.*?)<\/\1>/gs)].map(([, level, inner]) => `${level} ${words(inner!)}`)
}

it('is opened by its hero, whose heading is that of the page', async () => {
  const html = await draw([hero, offer])
  expect(headings(html)).toEqual(['h1 Heading', 'h2 Heading', 'h3 Review', 'h3 Repair'])
  expect(html).toContain('fetchpriority="low"')
})

it('has its title for a heading without a hero, or with one that has none', async () => {
  expect(headings(await draw([offer]))[0]).toBe('h1 The title')
  expect(headings(await draw([{ ...hero, heading: null }]))).toEqual(['h1 The title'])
})

it('draws a hero further down as a section', async () => {
  expect(headings(await draw([offer, hero])).filter(heading => !heading.startsWith('h3'))).toEqual([
    'h1 The title',
    'h2 Heading',
    'h2 Heading',
  ])
})

it('says of a service what the list says', async () => {
  const html = words(
    await draw([{ ...hero, summary: null }], {
      summary: 'In two sentences.',
      trail: [{ name: 'Services', path: '/services' }],
    }),
  )
  expect(html).toMatch(/^Services label · KICKER Heading In two sentences\. Begin Read/)
})

it('gives each section an anchor of its own', async () => {
  const html = await draw([hero, offer, SECTIONS.quote, { ...offer, heading: 'Enquiry' }])
  expect([...html.matchAll(/class="section"[^>]*/g)].join()).not.toContain('id="enquiry"')
  expect([...html.matchAll(/id="([^"]+)" class="section"/g)].map(([, id]) => id)).toEqual([
    'heading',
    'heading-2',
    'enquiry-2',
  ])
})

it('has the enquiry form at the same anchor, whatever its heading', async () => {
  expect(await draw([hero, LANDING_SECTIONS.enquiryForm])).toContain('id="enquiry" class="section"')
})
