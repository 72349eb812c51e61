import { expect, it } from 'vitest'
import ServicesPage from '../../app/components/ServicesPage.vue'
import { render, words } from '../render'

it('lists what is offered', async () => {
  const html = await render(ServicesPage, {
    title: 'Services',
    services: [{ id: '1', title: 'Review', slug: 'review', summary: 'We read it.' }],
  })
  expect(words(html)).toBe('Services Review We read it.')
  expect(html).toContain('href="/services/review"')
})

it('says so when there is nothing', async () => {
  expect(words(await render(ServicesPage, { title: 'Services', services: [] }))).toBe(
    'Services Nothing is offered here yet. Please come back soon.',
  )
})
