import { describe, expect, it } from 'vitest'
import Spotlight from '../../app/blocks/Spotlight.vue'
import Takeaways from '../../app/blocks/Takeaways.vue'
import { card, SECTIONS } from '../fixtures'
import { render, words } from '../render'

describe.each([['Spotlight', Spotlight], ['Takeaways', Takeaways]])('%s', (_, block) => {
  const draw = (cards: unknown[]) => render(block, { section: { ...SECTIONS.takeaways, cards } })
  const ordinals = (html: string) => [...html.matchAll(/card__ordinal">(\d+)</g)].map(([, ordinal]) => ordinal)

  it('numbers cards by their positions among those that readers see', async () => {
    const html = await draw([
      card('One'),
      'never-published',
      card('Two'),
      ...Array.from({ length: 8 }, (_, index) => card(`More ${index}`)),
    ])
    expect(ordinals(html)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'])
  })

  it('draws a card whole: paragraphs, points with their leads, figures', async () => {
    expect(words(await draw([card('One')]))).toBe(
      '01 One First paragraph. Second paragraph. Risk: it may break. Really? yes. A point without a lead. 10× faster Source: our bench $1B+ at stake',
    )
  })

  it('draws a card of a title and a text alone', async () => {
    expect(words(await draw([card('One', { body: 'Text.', points: [], stats: null })]))).toBe('01 One Text.')
  })

  it('draws no list when no card is left', async () => {
    expect(await draw(['never-published'])).toBe('')
  })
})
