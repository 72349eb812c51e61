import { describe, expect, it } from 'vitest'
import { pathOfTarget, redirectLocation, redirectTarget } from '../src/redirectTarget.ts'

describe('a target', () => {
  it.each([
    ['/about/', '/about'],
    ['/about/?a=b c#d', '/about?a=b%20c#d'],
    ['https://example.org/about/?a=b#c', '/about?a=b#c'],
    ['https://other.example', 'https://other.example/'],
    ['https://other.example/é?a=ü', 'https://other.example/%C3%A9?a=%C3%BC'],
    ['HTTP://Other.Example/A/', 'http://other.example/A/'],
  ])('%s is kept as %s', (text, target) => {
    expect(redirectTarget(text, 'https://example.org')).toBe(target)
    expect(redirectTarget(target, 'https://example.org')).toBe(target)
  })

  it.each([
    'about',
    '//other.example/a',
    '/\\other.example',
    '\\\\other.example',
    'javascript:alert(1)',
    'mailto:a@b.c',
    'https://me:word@other.example/',
    'https://',
    '/a\r\nX-Evil: 1',
    '/100%',
    '',
  ])('cannot be %j', (text) => {
    expect(redirectTarget(text, 'https://example.org')).toBeUndefined()
  })

  it('has a path where it is on this site', () => {
    expect(['/a?b#c', 'https://other.example/a'].map(pathOfTarget)).toEqual(['/a', undefined])
  })
})

describe('a location', () => {
  it.each([
    ['/about', '', '/about'],
    ['/about', '?a=b', '/about?a=b'],
    ['/about?x=1#y', '?a=b', '/about?x=1&a=b#y'],
    ['https://other.example/', '?a=b', 'https://other.example/'],
    // What the CMS would not keep is inert all the same.
    ['//other.example/a', '', '/other.example/a'],
    ['/\\other.example/a', '', '/other.example/a'],
    ['/a\r\nX-Evil: 1', '?b\r\nc', '/aX-Evil:%201?bc'],
    ['/a"><script>', '?"<>', '/a%22%3E%3Cscript%3E?%22%3C%3E'],
  ])('to %j with %j is %s', (target, query, location) => {
    expect(redirectLocation(target, query)).toBe(location)
  })
})
