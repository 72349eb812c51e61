import { expect, it } from 'vitest'
import { resolveRedirect } from '../../../server/http/resolveRedirect'

const RULES: Record<string, [status: number, to?: string]> = {
  '/old': [301, '/new'],
  '/Old': [302, '/special'],
  '/spelled': [308, '/New/'],
  '/for-now': [302, '/next?a=1#part'],
  '/next': [301, '/end?b=2'],
  '/gone': [410],
  '/to-gone': [301, '/gone'],
  '/out': [307, 'https://other.example/x'],
  '/past': [302, '/out'],
  '/blog': [301, '/Blog'],
  '/round': [302, '/about'],
  '/about': [302, '/round'],
}

function ruleOf(paths: string[]) {
  const from = paths.find(path => path in RULES)
  return Promise.resolve(from === undefined ? undefined : { from, status: RULES[from]![0], to: RULES[from]![1] })
}

it.each([
  ['what nothing is said of', '/nothing', '', undefined],
  ['another spelling', '/Nothing/', '?a=1', [301, '/nothing?a=1']],
  ['a rule', '/old', '?a=1', [301, '/new?a=1']],
  ['the rule of exactly this spelling', '/Old', '', [302, '/special']],
  ['the rule of the canonical spelling', '/OLD/', '', [301, '/new']],
  ['a target that is spelled otherwise', '/spelled', '', [308, '/new']],
  ['two rules in a row, by the weaker of them', '/for-now', '?q=1', [302, '/end?b=2&a=1&q=1#part']],
  ['what is gone', '/gone', '', [410, undefined]],
  ['what is gone, spelled otherwise', '/Gone', '', [410, undefined]],
  ['a rule to what is gone', '/to-gone', '', [301, '/gone']],
  ['another site', '/out', '?a=1', [307, 'https://other.example/x']],
  ['another site past this one', '/past', '', [302, 'https://other.example/x']],
  ['itself', '/blog', '', undefined],
  ['itself, spelled otherwise', '/Blog', '', [301, '/blog']],
  ['//evil.example', '//evil.example', '', [301, '/evil.example']],
])('leads from %s', async (_, path, query, expected) => {
  const redirect = await resolveRedirect(path, query, ruleOf)
  expect(redirect && [redirect.status, redirect.location]).toEqual(expected)
})

it('redirects somewhere in a loop, and does not follow it round', async () => {
  expect((await resolveRedirect('/round', '', ruleOf))?.location).toBe('/about')
})
