import type { Change } from '@masthead/shared/changes'
import { expect, it } from 'vitest'
import { Uses } from '../../../server/page-cache/Uses'

const ID = '0b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d01'
const CARD = '6b030e10020d91c32ed9ea0d'
const CATEGORY = '1b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d02'

const change = (...tags: string[]): Change => ({ number: 1, kind: 'changed', tags })

function usesOf(path: string, query: object, answer: unknown): Uses {
  const uses = new Uses()
  uses.note({ path, query }, answer)
  return uses
}

it('counts every document in an answer, and those that are only named', () => {
  const uses = usesOf('posts', { limit: 1 }, { docs: [{ id: ID, sections: [{ cards: [{ id: CARD }] }], category: CATEGORY }] })
  for (const tag of [`posts:${ID}`, `takeaway-cards:${CARD}`, `categories:${CATEGORY}`])
    expect(uses.isTouchedBy(change('path:/elsewhere', tag)), tag).toBe(true)
  expect(uses.isTouchedBy(change('posts:2b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d03', 'posts:list', 'site'))).toBe(false)
})

it('counts globals and addresses by their names', () => {
  const uses = usesOf('globals/site', {}, { name: 'A site' })
  uses.notePath('/blog/x')
  expect(uses.isTouchedBy(change('site'))).toBe(true)
  expect(uses.isTouchedBy(change('path:/blog/x'))).toBe(true)
  expect(uses.isTouchedBy(change('path:/blog/y', 'enquiry-section'))).toBe(false)
})

const dated = (date: string) => ({ id: ID, publishedAt: date })

it('counts a page of a list whatever comes into it, where the answer says how many there are', () => {
  const uses = usesOf('posts', { sort: '-publishedAt', limit: 10, page: 2 }, { docs: [dated('2026-05-01')] })
  expect(uses.isTouchedBy(change('posts:list@2026-01-01'))).toBe(true)
  expect(uses.isTouchedBy(change('posts:list:category=X@2026-01-01'))).toBe(false)
})

it('counts the newest of a list from the last that is shown', () => {
  const uses = usesOf('posts', { sort: '-publishedAt', limit: 2, pagination: false }, { docs: [dated('2026-05-03'), dated('2026-05-01')] })
  expect(uses.isTouchedBy(change('posts:list@2026-04-30'))).toBe(false)
  expect(uses.isTouchedBy(change('posts:list@2026-05-01'))).toBe(true)
  expect(uses.isTouchedBy(change('posts:list@2026-06-01'))).toBe(true)
})

it('counts a further page of a list from the last that is shown, too: what comes later moves it on', () => {
  const uses = usesOf('posts', { sort: '-publishedAt', limit: 1, page: 3, pagination: false }, { docs: [dated('2026-05-01')] })
  expect(uses.isTouchedBy(change('posts:list@2026-04-30'))).toBe(false)
  expect(uses.isTouchedBy(change('posts:list@2026-06-01'))).toBe(true)
})

it('counts the next older ones of a category between the last that is shown and the article itself', () => {
  const where = { category: { equals: CATEGORY }, publishedAt: { less_than: '2026-05-10' } }
  const full = usesOf('posts', { where, sort: '-publishedAt', limit: 1, pagination: false }, { docs: [dated('2026-05-03')] })
  const tag = (date: string) => change(`posts:list:category=${CATEGORY}@${date}`)
  expect(full.isTouchedBy(tag('2026-05-02'))).toBe(false)
  expect(full.isTouchedBy(tag('2026-05-07'))).toBe(true)
  expect(full.isTouchedBy(tag('2026-05-11'))).toBe(false)
  expect(full.isTouchedBy(change('posts:list@2026-05-07'))).toBe(false)

  const open = usesOf('posts', { where, sort: '-publishedAt', limit: 3, pagination: false }, { docs: [dated('2026-05-03')] })
  expect(open.isTouchedBy(tag('2020-01-01'))).toBe(true)
})

it('counts lists without dates whole', () => {
  expect(usesOf('services', { sort: '-weight,title' }, { docs: [] }).isTouchedBy(change('services:list'))).toBe(true)
})
