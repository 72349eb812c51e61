import { parseTouched } from '@masthead/shared/touched'
import { expect, it } from 'vitest'
import { TouchedPages } from '../../../server/changes/TouchedPages'

it('reports nothing before the first change', () => {
  const pages = new TouchedPages()
  pages.add([], {})
  expect(pages.report).toBeUndefined()
})

it('reports the last changes, those that touched nothing too', () => {
  const pages = new TouchedPages()
  pages.add([{ number: 1, paths: ['/a'] }], {})
  pages.add([{ number: 2, paths: [] }, { number: 3, paths: ['/b', '/c', '/d', '/e'] }], {})
  expect(pages.report).toBe('1 /a 2 3 /b /c /d')
  pages.add(Array.from({ length: 100 }, (_, index) => ({ number: 4 + index, paths: [] })), {})
  expect(parseTouched(pages.report!)!.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, index) => 74 + index),
  )
})

it('forgets the changes of another feed', () => {
  const pages = new TouchedPages()
  pages.add([{ number: 1, paths: ['/a'] }], {})
  pages.add([], { reset: true })
  expect(pages.report).toBeUndefined()
})
