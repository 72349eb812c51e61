import { expect, it } from 'vitest'
import CtaBanner from '../../app/components/CtaBanner.vue'
import { render, words } from '../render'

const announcements = [
  { headline: 'A first headline', label: 'Go', href: '/services' },
  { headline: 'A second headline', label: 'Look', href: 'https://example.org' },
]

const draw = (shown: typeof announcements) => render(CtaBanner, { announcements: shown })

it('moves when there are several, can be paused, and repeats itself only for the eye', async () => {
  const html = await draw(announcements)
  const [, first, second] = html.split('<ul')
  expect(words(html.split('<ul')[0]!)).toBe('Pause the moving announcements')
  expect(html).toMatch(/<input id="pause-banner"[^>]* type="checkbox"><label for="pause-banner">/)
  expect(first).not.toContain('inert')
  expect(second).toMatch(/^[^>]*aria-hidden="true"[^>]* inert/)
  expect(words(`<${first}`)).toBe(words(`<${second}`))
})

it('stands still when there is one', async () => {
  const html = await draw(announcements.slice(1))
  expect(words(html)).toBe('A second headline Look')
  expect(html).not.toMatch(/cta-banner--moves|checkbox|inert/)
})

it('is not there without any', async () => {
  expect(await draw([])).toBe('')
})
