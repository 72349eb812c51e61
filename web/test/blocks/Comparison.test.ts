import { expect, it } from 'vitest'
import Comparison from '../../app/blocks/Comparison.vue'
import { SECTIONS, table } from '../fixtures'
import { render, words } from '../render'

it('says each mark in words and as a shape of its own, under its column whatever the order it was stored in', async () => {
  const html = await render(Comparison, { section: SECTIONS.comparison })
  expect(words(html)).toBe(
    'Criterion Column A (note on A) Column B Column C Marks Yes No not since May Partly at night Words 12 ms Source: our bench &lt;b&gt;7&lt;/b&gt; ms – not stated',
  )
  const shapes = [...html.matchAll(/<svg.*?<\/svg>/g)].map(([svg]) => svg)
  expect(new Set(shapes).size).toBe(3)
})

it('heads its columns and rows, and names the column in each cell for narrow screens', async () => {
  const html = await render(Comparison, { section: SECTIONS.comparison })
  expect(html.match(/<th scope="col"/g)).toHaveLength(4)
  expect(html.match(/<th scope="row"/g)).toHaveLength(2)
  expect(html.match(/<td data-label="Column [ABC]"/g)).toHaveLength(6)
})

it('lets a table of many columns scroll, and whoever uses a keyboard scroll it', async () => {
  const columns = Array.from({ length: 8 }, (_, index) => ({ key: String(index), label: `Column ${index}` }))
  const html = await render(Comparison, { section: { ...SECTIONS.comparison, table: { ...table, columns } } })
  expect(html).toMatch(
    /^<div class="comparison comparison--wide" tabindex="0" role="region" aria-label="The whole table: Heading">/,
  )
})

it('is named by the heading of its section, or by its title', async () => {
  expect(await render(Comparison, { section: SECTIONS.comparison })).toContain('aria-label="Heading"')
  expect(await render(Comparison, { section: { ...SECTIONS.comparison, heading: '' } })).toContain(
    'aria-label="Title of the table"',
  )
})

it('draws a table without values, and none at all that readers may not see', async () => {
  const empty = { ...table, rows: [{ criterion: 'Row' }] }
  expect(words(await render(Comparison, { section: { ...SECTIONS.comparison, table: empty } }))).toMatch(
    /Row – not stated – not stated – not stated$/,
  )
  expect(await render(Comparison, { section: { ...SECTIONS.comparison, table: 'table-1' } })).toBe('')
})
