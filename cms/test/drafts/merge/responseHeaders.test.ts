import { expect, it } from 'vitest'
import { heldHeader, heldPaths } from '../../../src/drafts/merge/responseHeaders.ts'

it('names the fields of a save, or stands for all of them', () => {
  const paths = ['sections[a].heading', 'rows[b].cells.Größe']
  expect(heldPaths(heldHeader(paths), [])).toEqual(paths)
  const many = Array.from({ length: 100 }, (_, index) => `sections[${index}].a-long-name-of-a-field`)
  expect(heldHeader(many)).toBe('*')
  expect(heldPaths('*', many)).toEqual(many)
  expect(heldPaths(null, many)).toEqual([])
})
