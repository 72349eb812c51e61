import { expect, it } from 'vitest'
import { subsetHeadingFont } from '../../../modules/headingFont/subset'

it('weighs 20 kB at most, in each of its files', async () => {
  for (const { bytes } of await subsetHeadingFont()) {
    expect(Array.from(bytes.subarray(0, 4))).toEqual(Array.from('wOF2', letter => letter.charCodeAt(0)))
    expect(bytes.length).toBeLessThanOrEqual(20_000)
  }
})

it('has the letters and marks of headings', async () => {
  const ranges = (await subsetHeadingFont()).map(({ unicodeRange }) =>
    unicodeRange.split(',').map(range => range.slice(2).split('-').map(hex => Number.parseInt(hex, 16))),
  )
  const has = (letter: string, part: number) =>
    ranges[part]!.some(([from, to = from]) => letter.codePointAt(0)! >= from! && letter.codePointAt(0)! <= to!)
  for (const letter of 'AZaz09%&?–—‘’“”„…«»ÄÖÜäöüßéèçñåøæœ€×−')
    expect(has(letter, 0), letter).toBe(true)
  for (const letter of 'ąćęłńśźżčďěňřšťůžğışășțőűāēīūẞ')
    expect(has(letter, 1), letter).toBe(true)
})
