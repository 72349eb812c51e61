import { expect, it } from 'vitest'
import { parseCsv } from '../../src/import/csv.ts'

it.each([
  ['a,b,c\n1,2,3\n', [['a', 'b', 'c'], ['1', '2', '3']]],
  ['a;b\r\n1;2', [['a', 'b'], ['1', '2']]],
  ['a\tb\r1\t2', [['a', 'b'], ['1', '2']]],
  ['"a","b ""c""", d \n', [['a', 'b "c"', 'd']]],
  ['"a,b";c\n1,5;2', [['a,b', 'c'], ['1,5', '2']]],
  ['a,,\n,,\n\n,b', [['a', '', ''], ['', 'b']]],
  ['a,"b\nc"\nd,e', [['a', 'b\nc'], ['d', 'e']]],
  ['a', [['a']]],
  ['a,', [['a', '']]],
  ['/a b?c="d",/e', [['/a b?c="d"', '/e']]],
  ['', []],
])('reads %j', (text, values) => {
  expect(parseCsv(text).map(row => row.values)).toEqual(values)
})

it('knows the line on which each row begins', () => {
  expect(parseCsv('a\r\n\r\n"b\nc",d\ne').map(({ line }) => line)).toEqual([1, 3, 5])
})

it.each(['a\n"b,c\n', 'a\nb,"c" d'])('says where a quotation mark is amiss in %j', (text) => {
  expect(() => parseCsv(text)).toThrow(/^2: A quotation mark is not closed/)
})
