import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { rowPath, setValueAt, valueAt } from '../../../src/drafts/merge/rowPath.ts'

describe('the path of a field by the ids of its rows', () => {
  const fields: FormState = {
    'sections': { rows: [{ id: 'a' }, { id: 'b' }] },
    'sections.1.questions': { rows: [{ id: 'c' }] },
  }

  it('has ids where the path of the form has positions', () => {
    expect(rowPath('title', fields)).toBe('title')
    expect(rowPath('seo.title', fields)).toBe('seo.title')
    expect(rowPath('sections.1.questions.0.answer', fields)).toBe('sections[b].questions[c].answer')
  })

  it('leads to the value wherever the row is', () => {
    const data = { sections: [{ id: 'b', questions: [{ id: 'c', answer: 'Yes' }] }, { id: 'a' }] }
    expect(valueAt(data, 'sections[b].questions[c].answer')).toBe('Yes')
    expect(valueAt(data, 'sections[x].questions[c].answer')).toBeUndefined()
  })

  it('sets a value in its row, and in a group that is not there yet', () => {
    const data: Record<string, unknown> = { sections: [{ id: 'a' }] }
    expect(setValueAt(data, 'sections[a].heading', 'One')).toBe(true)
    expect(setValueAt(data, 'seo.title', 'Two')).toBe(true)
    expect(data).toEqual({ sections: [{ id: 'a', heading: 'One' }], seo: { title: 'Two' } })
  })

  it('sets nothing in a row that is gone', () => {
    const data = { sections: [{ id: 'a' }] }
    expect(setValueAt(data, 'sections[x].heading', 'One')).toBe(false)
    expect(data).toEqual({ sections: [{ id: 'a' }] })
  })
})
