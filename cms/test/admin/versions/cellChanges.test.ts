import { expect, it } from 'vitest'
import { cellChanges } from '../../../src/admin/versions/cellChanges.ts'

const columns = [{ key: 'a', label: 'Kafka' }, { key: 'b', label: 'Redis' }]

it('names each cell that differs by its row and column', () => {
  const before = { a: { mark: 'yes' }, b: { mark: 'text', text: 'Low', note: 'In May' } }
  const after = { a: { mark: 'partly', text: 'with a plug-in' }, b: { note: 'In May', mark: 'text', text: 'Low' } }
  expect(cellChanges({ key: 'rows[x].cells', label: 'Rows › 01 Row: Cost › Values', before, after }, [{ columns }])).toEqual([{
    kind: 'text',
    key: 'rows[x].cells.a',
    label: 'Rows › 01 Row: Cost › Kafka',
    before: 'Yes',
    after: 'Partly · with a plug-in',
  }])
})

it('names a column that was removed as it was called', () => {
  const [change] = cellChanges(
    { key: 'cells', label: '01 Row › Values', before: { b: { mark: 'no' } }, after: {} },
    [{ columns }, { columns: columns.slice(0, 1) }],
  )
  expect(change).toMatchObject({ label: '01 Row › Redis', before: 'No', after: '' })
})
