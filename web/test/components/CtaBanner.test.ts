import { expect, it } from 'vitest'
import CtaBanner from '../../app/components/CtaBanner.vue'
import { ctas } from '../fixtures'
import { render, words } from '../render'

const draw = (shown: unknown[]) => render(CtaBanner, { ctas: shown })

it('moves when there are several, can be paused, and repeats itself only for the eye', async () => {
  const html = await draw(ctas)
  const [, first, second] = html.split('<ul')
  expect(words(html.split('<ul')[0]!)).toBe('Pause the moving announcements')
  expect(html).toMatch(/<input id="pause-banner"[^>]* type="checkbox"><label for="pause-banner">/)
  expect(first).not.toContain('inert')
  expect(second).toMatch(/^[^>]*aria-hidden="true"[^>]* inert/)
  expect(words(`<${first}`)).toBe(words(`<${second}`))
})

it('stands still when there is one', async () => {
  const html = await draw(ctas.slice(1))
  expect(words(html)).toBe('A second headline Look')
  expect(html).not.toMatch(/cta-banner--moves|checkbox|inert/)
})

it('is not there without any that leads somewhere and belongs in it', async () => {
  expect(await draw([])).toBe('')
  expect(await draw([{ ...ctas[0], placements: ['end-of-article'] }, { ...ctas[1], link: { label: 'To a draft', document: { relationTo: 'pages', value: 'a-bare-id' } } }])).toBe('')
})
