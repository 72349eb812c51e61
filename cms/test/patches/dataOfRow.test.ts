import { dataOfRow } from '@payloadcms/ui/forms/Form/dataOfRow'
import { fieldReducer } from '@payloadcms/ui/forms/Form/fieldReducer'
import { describe, expect, it } from 'vitest'
import { formOf } from './formOf.ts'

describe('the data of a row', () => {
  const state = formOf({
    title: 'Tides',
    sections: [{ id: 'a', body: 'A', questions: [{ id: 'q', text: 'Why?' }] }, { id: 'b', body: 'B', questions: [] }],
  })

  it('is what its fields hold, in inner rows too', () => {
    expect(dataOfRow(state, 'sections.0')?.data).toEqual({ id: 'a', body: 'A', questions: [{ id: 'q', text: 'Why?' }] })
    expect(dataOfRow(state, 'sections.1')?.data).toEqual({ id: 'b', body: 'B', questions: [] })
    expect(dataOfRow(state, 'sections.0.questions.0')?.data).toEqual({ id: 'q', text: 'Why?' })
  })

  it('is of no place that is no row', () => {
    for (const path of ['title', 'sections', 'sections.2', 'sections.0.questions'])
      expect(dataOfRow(state, path)).toBeUndefined()
  })

  it('stays the same object until the row changes', () => {
    const [first, second] = [dataOfRow(state, 'sections.0'), dataOfRow(state, 'sections.1')]
    const typed = fieldReducer(state, { type: 'UPDATE', path: 'sections.0.questions.0.text', value: 'How?' })
    expect(dataOfRow(typed, 'sections.0', first)?.data).toEqual({
      id: 'a',
      body: 'A',
      questions: [{ id: 'q', text: 'How?' }],
    })
    expect(dataOfRow(typed, 'sections.1', second)).toBe(second)
  })

  it('is that of another row after rows have moved', () => {
    const first = dataOfRow(state, 'sections.0')
    const moved = fieldReducer(state, { type: 'MOVE_ROW', path: 'sections', moveFromIndex: 0, moveToIndex: 1 })
    expect(dataOfRow(moved, 'sections.0', first)?.data).toEqual({ id: 'b', body: 'B', questions: [] })
  })
})
