import type { Link } from '../src/types.ts'
import { expect, it } from 'vitest'
import { hrefOf } from '../src/hrefOf.ts'

const document = (relationTo: string, value: unknown) => ({ document: { relationTo, value } }) as Pick<Link, 'document'>

it('leads to the page of a document, wherever its collection has its pages', () => {
  expect(hrefOf(document('services', { id: '1', slug: 'a' }))).toBe('/services/a')
  expect(hrefOf(document('pages', { id: '1', path: '/' }))).toBe('/')
})

it('leads nowhere while the document is not public, even if there is an address too', () => {
  expect(hrefOf({ ...document('posts', 'a-bare-id'), url: '/blog' })).toBeUndefined()
  expect(hrefOf(document('users', { id: '1', slug: 'a' }))).toBeUndefined()
})

it('leads to an address that is safe', () => {
  expect(hrefOf({ url: 'mailto:a@example.org' })).toBe('mailto:a@example.org')
  expect(hrefOf({ url: 'javascript:alert(1)' })).toBeUndefined()
  expect(hrefOf({ document: null, url: null })).toBeUndefined()
})
