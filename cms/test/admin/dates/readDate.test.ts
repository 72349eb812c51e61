import { expect, it } from 'vitest'
import { readDate } from '../../../src/admin/dates/readDate.ts'

it.each([
  ['24 Nov 2026, 15:30', [2026, 10, 24, 15, 30]],
  ['24 November 2026', [2026, 10, 24, 0, 0]],
  ['  1. sep 2026 9.05 ', [2026, 8, 1, 9, 5]],
  ['1 Sept 2026', [2026, 8, 1, 0, 0]],
  ['29.2.2028', [2028, 1, 29, 0, 0]],
  ['24.11.2026 15:30', [2026, 10, 24, 15, 30]],
  ['2026-11-24', [2026, 10, 24, 0, 0]],
  ['2026-11-24T15:30', [2026, 10, 24, 15, 30]],
] as const)('reads %s', (text, [year, month, day, hours, minutes]) => {
  expect(readDate(text)).toEqual({ date: new Date(year, month, day, hours, minutes) })
})

it.each([
  ['31.02.2026', 'There is no 31 February 2026: that month has 28 days.'],
  ['0 May 2026', 'There is no 0 May 2026: that month has 31 days.'],
  ['1.13.2026', 'There is no month “13”.'],
  ['1 Foo 2026', 'There is no month “Foo”.'],
  ['24 Nov 2026, 25:00', 'There is no time 25:00.'],
  ['tomorrow', '“tomorrow” is not a date.'],
  ['24 Nov', '“24 Nov” is not a date.'],
  ['3', '“3” is not a date.'],
])('says what is wrong with %s', (text, problem) => {
  expect(readDate(text)).toEqual({ problem })
})
