import { expect, it } from 'vitest'
import { cellsProblem } from '../src/cells.ts'

const columns = [{ key: 'a' }, { key: 'b' }]

it.each([
  undefined,
  null,
  {},
  { a: { mark: 'yes' }, b: { mark: 'text', text: 'Some words' } },
  { a: { mark: 'partly', text: 'on Linux', note: 'from 6.1', source: 'the manual' } },
])('%j is right', (cells) => {
  expect(cellsProblem(cells, columns)).toBeUndefined()
})

it.each([
  ['yes', /an object/],
  [[], /an object/],
  [{ c: { mark: 'yes' } }, /no column “c”/],
  [{ a: 'yes' }, /Column “a”: a value is an object/],
  [{ a: { mark: 'maybe' } }, /Column “a”: the mark is one of yes, no, partly, text/],
  [{ a: { mark: 'text', text: ' ' } }, /write the words/],
  [{ a: { mark: 'text', text: 'x'.repeat(401) } }, /at most 400/],
  [{ a: { mark: 'yes', note: 1 } }, /at most 400/],
  [{ a: { mark: 'yes', colour: 'red' } }, /“colour” is not part/],
])('%j is not', (cells, problem) => {
  expect(cellsProblem(cells, columns)).toMatch(problem)
})
