import { expect, it } from 'vitest'
import { slugify } from '../src/slugify.ts'

it.each([
  ['The Quiet Cost of a Pool', 'the-quiet-cost-of-a-pool'],
  ['  -- Déjà vu: 2× --  ', 'deja-vu-2'],
  ['Straße, Łódź & Øresund', 'strasse-lodz-and-oresund'],
  ['Don’t panic', 'dont-panic'],
  ['İstanbul ılık', 'istanbul-ilik'],
  ['日本語', ''],
  ['…', ''],
])('%s is %s', (words, slug) => {
  expect(slugify(words)).toBe(slug)
})

it('cuts at a word’s end, and within a word only where there is no other way', () => {
  expect(slugify('word '.repeat(40))).toBe('word-'.repeat(16).slice(0, -1))
  expect(slugify('x'.repeat(200))).toHaveLength(80)
})

it('leaves a slug as it is', () => {
  const slug = slugify('A title that is rather long, so that it has to be cut somewhere near its eightieth letter')
  expect(slugify(slug)).toBe(slug)
  expect(slug.length).toBeLessThanOrEqual(80)
})
