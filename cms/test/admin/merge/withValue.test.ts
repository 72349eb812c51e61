import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { pathInForm } from '../../../src/admin/merge/pathInForm.ts'
import { withValue } from '../../../src/admin/merge/withValue.ts'

const fields: FormState = {
  'title': { value: 'Title' },
  'rows': { rows: [{ id: 'a' }, { id: 'b' }], value: 2 },
  'rows.1.criterion': { value: 'Latency' },
  'rows.1.cells': { value: { one: { mark: 'yes' }, two: { mark: 'no' } } },
}

describe('a path by the ids of rows', () => {
  it.each([
    ['title', 'title'],
    ['rows[b].criterion', 'rows.1.criterion'],
    ['rows[c].criterion', undefined],
  ])('%s is %s in the form', (path, position) => expect(pathInForm(path, fields)).toBe(position))
})

describe('another value', () => {
  it('is that of a field', () => {
    expect(withValue(fields, 'rows[b].criterion', 'Price')['rows.1.criterion']).toEqual({
      value: 'Price',
      initialValue: 'Price',
    })
  })

  it('is that of one cell', () => {
    expect(withValue(fields, 'rows[b].cells.two', { mark: 'yes' })['rows.1.cells']?.value).toEqual({
      one: { mark: 'yes' },
      two: { mark: 'yes' },
    })
  })

  it('is left out where the row is gone', () => expect(withValue(fields, 'rows[c].criterion', 'x')).toBe(fields))
})
