import { expect, it } from 'vitest'
import { sitePath } from '../src/sitePath.ts'

it.each([
  ['/about', '/about'],
  ['about', '/about'],
  [' /about/ ', '/about'],
  ['//about//people//', '/about/people'],
  ['/about?a=b#c', '/about'],
  ['https://old.example/about/?a=b', '/about'],
  ['https://old.example', '/'],
  ['/', '/'],
  ['/About', '/About'],
  ['/%61bout', '/about'],
  ['/caf%C3%A9', '/caf%C3%A9'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['/café', '/caf%C3%A9'],
  ['/cafe\u0301', '/caf%C3%A9'],
  ['/a b', '/a%20b'],
  ['/100%25', '/100%25'],
  ['/a%2Fb', '/a%2Fb'],
  ['/a%3fb%23c', '/a%3Fb%23c'],
  ['/a%0D%0AX-Evil:1', '/a%0D%0AX-Evil:1'],
  ['/%5Cevil.example', '/%5Cevil.example'],
])('%s is kept as %s', (address, path) => {
  expect(sitePath(address)).toBe(path)
  expect(sitePath(path)).toBe(path)
})

it.each(['/100%', '/%E0%A4%A', '/a/../b', '/a/%2e%2E/b', '/./a', 'mailto:a@b.c', 'javascript:alert(1)', '/\uD800'])(
  '%s is no path',
  (address) => {
    expect(sitePath(address)).toBeUndefined()
  },
)
