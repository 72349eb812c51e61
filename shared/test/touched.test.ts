import { expect, it } from 'vitest'
import { formatTouched, MAX_TOUCHED_LENGTH, parseTouched } from '../src/touched.ts'

const TOUCHED = [{ number: 12, paths: ['/blog/x', '/blog'] }, { number: 13, paths: [] }, {
  number: 14,
  paths: ['/', '/blog/caf%C3%A9'],
}]

it('reads what it writes', () => {
  expect(formatTouched(TOUCHED)).toBe('12 /blog/x /blog 13 14 / /blog/caf%C3%A9')
  expect(parseTouched(formatTouched(TOUCHED))).toEqual(TOUCHED)
})

it('writes three paths of each change, and none that is no path', () => {
  expect(formatTouched([{ number: 1, paths: ['/a b', '/a', '/b', '/c', '/d'] }])).toBe('1 /a /b /c')
  expect(formatTouched([{ number: 1, paths: ['/a b'] }, { number: 2, paths: [] }])).toBe('2')
})

it('leaves out the oldest changes where it would be too long', () => {
  const text = formatTouched(
    Array.from({ length: 30 }, (_, index) => ({ number: index, paths: [`/${'x'.repeat(250)}`] })),
  )
  expect(text.length).toBeLessThanOrEqual(MAX_TOUCHED_LENGTH)
  expect(parseTouched(text)!.map(({ number }) => number)).toEqual([23, 24, 25, 26, 27, 28, 29])
  expect(formatTouched([{ number: 1, paths: ['/a', '/b', '/c'].map(path => path + 'x'.repeat(290)) }, ...TOUCHED]))
    .toContain('14 /')
})

it.each([
  '',
  '/blog',
  'x',
  '12 x',
  '12  /a',
  '12 /a /b /c /d',
  '1234567890123456',
  `1 /${'x'.repeat(300)}`,
  '1 /a"b',
  '1 '.repeat(MAX_TOUCHED_LENGTH),
])('takes “%s” for nothing that it has written', (text) => {
  expect(parseTouched(text)).toBeUndefined()
})
