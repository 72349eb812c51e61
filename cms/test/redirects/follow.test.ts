import type { Leading } from '../../src/redirects/PathLookup.ts'
import { expect, it } from 'vitest'
import { followChain, through } from '../../src/redirects/followChain.ts'

/** `/a>/b` is a redirect of `/a` to `/b` for good; `/a~/b` one for now. */
function known(...redirects: string[]) {
  const all = redirects.map((words): Leading => {
    const [from, kind, to] = words.split(/([>~!])/)
    return { from: from!, to: to || null, status: kind === '>' ? '301' : kind === '~' ? '302' : '410' }
  })
  return { redirectAt: async (from: string) => all.find(redirect => redirect.from === from) }
}

it.each([
  ['/a', '/b', [], '/b'],
  ['/a', '/b', ['/b>/c'], '/c'],
  ['/a', '/b', ['/b>/c', '/c>/d', '/d>https://other.example/'], 'https://other.example/'],
  ['/a', '/b?x=1#y', ['/b>/c?z=2'], '/c?z=2&x=1#y'],
  ['/a', 'https://other.example/b', ['/b>/c'], 'https://other.example/b'],
  // Gone is an answer of its own.
  ['/a', '/b', ['/b!'], '/b'],
  // What leads elsewhere for now may lead back tomorrow.
  ['/a', '/b', ['/b~/c'], '/b'],
  ['/a', '/b', ['/b>/c', '/c~/d', '/d>/e'], '/c'],
])('%s to %s, with %j, leads to %s', async (from, to, redirects, expected) => {
  expect(await followChain({ from, to }, known(...redirects))).toEqual({ to: expected })
})

it.each([
  ['/a', '/a', [], ['/a', '/a']],
  ['/a', '/a?b', [], ['/a', '/a']],
  ['/a', '/b', ['/b>/a'], ['/a', '/b', '/a']],
  ['/a', '/b', ['/b~/c', '/c>/a?x'], ['/a', '/b', '/c', '/a']],
  ['/a', '/b', ['/b>/c', '/c>/b'], ['/a', '/b', '/c', '/b']],
])('%s to %s, with %j, is a circle', async (from, to, redirects, circle) => {
  expect(await followChain({ from, to }, known(...redirects))).toEqual({ circle })
})

it('keeps the fragment that readers were led with, unless there is another', () => {
  expect([through('/a#b', '/c'), through('/a#b', '/c#d'), through('/a?x#b', 'https://other.example/c')]).toEqual([
    '/c#b',
    '/c#d',
    'https://other.example/c#b',
  ])
})
