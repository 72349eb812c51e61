import type { Leading, PathLookup } from '../../src/redirects/PathLookup.ts'
import { expect, it } from 'vitest'
import { problemOfFrom, problemOfTarget } from '../../src/redirects/problems.ts'

const stored: Record<string, Leading & { id: string }> = {
  '/b': { id: '1', from: '/b', to: '/c', status: '301' },
  '/gone': { id: '2', from: '/gone', to: null, status: '410' },
}

const known: PathLookup = {
  siteUrl: 'https://example.org',
  redirectAt: async from => stored[from],
  pageAt: async path => path === '/blog/read' ? 'the post “Read me”' : undefined,
}

it.each([
  ['', /^The old address is missing\./],
  ['/100%', /^“\/100%” is no address of this site\./],
  ['/', /^“\/” always belongs to the site itself\./],
  ['/blog/?a', /^“\/blog” always belongs to the site itself\./],
  ['/blog/%72ead', /^“\/blog\/read” is the page of the post “Read me”/],
  ['/b/', /^“\/b” is redirected already, to “\/c”\./],
  ['/gone', /^“\/gone” is redirected already, as permanently gone\./],
])('there can be no redirect from %j', async (from, words) => {
  expect((await problemOfFrom(from, undefined, known))?.problem).toMatch(words)
})

it('is itself no obstacle to itself', async () => {
  expect(await problemOfFrom('/b', '1', known)).toBeUndefined()
})

it.each([
  ['/a', '', '301', 'The target is missing.'],
  ['/a', 'about', '301', '“about” is no target for a redirect.'],
  ['/a', 'javascript:alert(1)', '302', '“javascript:alert(1)” is no target for a redirect.'],
  ['/a', '/a/?x', '301', '“/a” would lead to itself.'],
  ['/a', 'https://example.org/a', '301', '“/a” would lead to itself.'],
  ['/c', '/b', '301', 'That would lead in a circle: /c → /b → /c.'],
] as const)('%s cannot lead to %j', async (from, to, status, problem) => {
  expect((await problemOfTarget({ from, to, status }, known))?.problem).toBe(problem)
})

it.each([
  ['/a', '', '410'],
  ['/a', '/b', '301'],
  ['/a', '/gone', '301'],
  ['/a', 'https://other.example', '307'],
] as const)('%s can lead to %j', async (from, to, status) => {
  expect(await problemOfTarget({ from, to, status }, known)).toBeUndefined()
})
