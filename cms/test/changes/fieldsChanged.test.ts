import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { fieldsChanged } from '../../src/changes/fieldsChanged.ts'

const text = (name: string, more: object = {}) => ({ name, type: 'text', ...more }) as FlattenedField
const ROWS = [
  text('id'),
  text('label'),
  { name: 'inner', type: 'array', flattenedFields: [text('id'), text('word')] } as unknown as FlattenedField,
]
const FIELDS = [
  text('title'),
  text('internal', { hidden: true }),
  { name: 'seo', type: 'group', flattenedFields: [text('title'), text('image')] },
  { name: 'rows', type: 'array', flattenedFields: ROWS },
  {
    name: 'sections',
    type: 'blocks',
    blocks: [{ slug: 'a', flattenedFields: ROWS }, { slug: 'b', flattenedFields: ROWS }],
  },
  { name: 'cells', type: 'json' },
] as FlattenedField[]

function changed(before: object, after: object): string[] {
  return fieldsChanged(before as Record<string, unknown>, after as Record<string, unknown>, FIELDS)
}

it('names the fields that differ, however deep', () => {
  expect(changed({ title: 'A', seo: { title: 'A' } }, { title: 'B', seo: { title: 'A' } })).toEqual(['title'])
  expect(changed({ seo: { title: 'A' } }, { seo: { title: 'A', image: 'x' } })).toEqual(['seo'])
  expect(changed({ rows: [{ inner: [{ word: 'A' }] }] }, { rows: [{ inner: [{ word: 'B' }] }] })).toEqual(['rows'])
  expect(changed({ sections: [{ blockType: 'a', label: 'A' }] }, { sections: [{ blockType: 'b', label: 'A' }] }))
    .toEqual(['sections'])
  expect(changed({ rows: [{ label: 'A' }, { label: 'B' }] }, { rows: [{ label: 'B' }, { label: 'A' }] })).toEqual([
    'rows',
  ])
  expect(changed({ sections: [{ blockType: 'a' }] }, { sections: [] })).toEqual(['sections'])
})

it('names no field for the id of a row', () => {
  const row = (id: string) => ({ id, label: 'A', inner: [{ id: `${id}1`, word: 'A' }] })
  expect(
    changed({ rows: [row('1')], sections: [{ blockType: 'a', ...row('2') }] }, {
      rows: [row('3')],
      sections: [{ blockType: 'a', ...row('4') }],
    }),
  ).toEqual([])
})

it('names a field for an id in data that are no rows', () => {
  expect(changed({ cells: [{ id: '1' }] }, { cells: [{ id: '2' }] })).toEqual(['cells'])
})

it('takes null and a missing value for the same, in groups and rows too', () => {
  expect(changed({ title: null, seo: { title: null }, rows: [{ label: null }] }, { rows: [{}] })).toEqual([])
  expect(changed({ rows: null, sections: undefined, seo: null }, { rows: [], sections: [], seo: {} })).toEqual([])
  expect(changed({ title: null }, { title: '' })).toEqual(['title'])
})

it('names no field that the API gives to nobody', () => {
  expect(changed({ internal: 'A' }, { internal: 'B' })).toEqual([])
})
