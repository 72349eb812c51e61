import { expect, it } from 'vitest'
import { readRedirects } from '../../src/import/readRedirects.ts'

it('reads from, to and status, with a first line that names them or without', () => {
  const expected = [{ line: 1, from: '/a', to: '/b', status: '301' }, { line: 2, from: '/c', to: '', status: '410' }]
  expect(readRedirects('/a,/b\n/c,,410')).toEqual(expected)
  expect(readRedirects('Status;From;Note;To\n;/a;x;/b\n410;/c;;').map(line => ({ ...line, line: line.line - 1 })))
    .toEqual(expected)
})

it('says what is wrong with a line, and how to mend it', () => {
  expect(readRedirects('/a,/b,200\n/a,/b,301,x\n/a,/b,410\n/a,/b,302')).toEqual([
    {
      line: 1,
      problem: '“200” is no status of a redirect.',
      fix: 'Write 301, 308, 302, 307, 410, or nothing for 301.',
    },
    {
      line: 2,
      problem: 'There are 4 values, and 3 columns.',
      fix: 'Put a value with a comma in it in quotation marks.',
    },
    {
      line: 3,
      problem: 'An address that is gone (410) has no target.',
      fix: 'Leave the second value out, or write another status.',
    },
    { line: 4, from: '/a', to: '/b', status: '302' },
  ])
})
