import { expect, it } from 'vitest'
import { parseName } from '../../src/new/parseName.ts'

it('gives a name in every form', () => {
  expect(parseName('section', ['pricing-table'])).toEqual({
    kebab: 'pricing-table',
    camel: 'pricingTable',
    pascal: 'PricingTable',
    words: 'Pricing table',
  })
})

it.each([['Timeline'], ['time_line'], ['-time'], ['time--line'], ['2-columns'], ['../timeline'], ['a'.repeat(31)], [
  '',
]])('refuses “%s”', (name) => {
  expect(() => parseName('section', [name])).toThrow(
    `“${name}” is no name for a section. Write at most 30 small letters, digits and single hyphens, a letter first, as in “pricing-table”.`,
  )
})

it.each([[[]], [['two', 'names']]])('refuses %j', (words) => {
  expect(() => parseName('collection', words)).toThrow('Give one name: npm run new:collection -- case-studies')
})
