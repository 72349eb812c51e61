import { expect, it } from 'vitest'
import { FieldsUsed } from '../../../server/changes/FieldsUsed'

const LINK = FieldsUsed.of({ pages: ['path'], posts: ['slug'] })

it('is one object for equal fields, in whatever order', () => {
  expect(FieldsUsed.of({ posts: ['slug'], pages: ['path', 'path'] })).toBe(LINK)
  expect(FieldsUsed.of(LINK.record!)).toBe(LINK)
  expect(FieldsUsed.of({})).toBe(FieldsUsed.all)
})

it('is affected by its own fields, and by a change of all', () => {
  expect(LINK.areAffectedBy('pages', ['title', 'path'])).toBe(true)
  expect(LINK.areAffectedBy('pages', ['seo', 'slug', 'updatedAt'])).toBe(false)
  expect(LINK.areAffectedBy('pages', [])).toBe(false)
  expect(LINK.areAffectedBy('pages', undefined)).toBe(true)
})

it('uses a collection that is not named whole', () => {
  expect(LINK.areAffectedBy('media', ['credit'])).toBe(true)
  expect(FieldsUsed.all.areAffectedBy('posts', ['tags'])).toBe(true)
})

it('is affected only by what makes a document public or not where it has no field', () => {
  expect(FieldsUsed.none.areAffectedBy('posts', ['title', 'updatedAt'])).toBe(false)
  expect(FieldsUsed.none.areAffectedBy('posts', undefined)).toBe(true)
})

it('is joined with others', () => {
  const titles = FieldsUsed.of({ posts: ['title'] })
  const both = LINK.or(titles)
  expect(both.record).toEqual({ posts: ['slug', 'title'] })
  expect(titles.or(LINK)).toBe(both)
  expect(both.areAffectedBy('pages', ['seo'])).toBe(true)
  expect([LINK.or(LINK), LINK.or(FieldsUsed.none), FieldsUsed.none.or(LINK)]).toEqual([LINK, LINK, LINK])
  expect([LINK.or(FieldsUsed.all), FieldsUsed.all.or(LINK), FieldsUsed.none.or(FieldsUsed.none)]).toEqual([
    FieldsUsed.all,
    FieldsUsed.all,
    FieldsUsed.none,
  ])
})
