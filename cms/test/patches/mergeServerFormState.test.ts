import type { FormState } from 'payload'
import { fieldReducer } from '@payloadcms/ui/forms/Form/fieldReducer'
import { mergeServerFormState } from '@payloadcms/ui/forms/Form/mergeServerFormState'
import { reduceFieldsToValues } from 'payload/shared'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../randomFrom.ts'
import { formOf } from './formOf.ts'

/** How each kind of request has its answer merged. */
const AUTOSAVE = { overrideLocalChanges: false } as const
const SAVE = true
const FORM_STATE = undefined

describe('what is typed while a request is under way', () => {
  it.for([AUTOSAVE, SAVE])('keeps its words, and takes those of the server in all other fields (%o)', (acceptValues) => {
    const sentState = formOf({ title: 'Tides', slug: 'tides', excerpt: 'Sent' })
    const currentState = typed(typed(sentState, 'title', 'Tides and rivers'), 'excerpt', 'Typed')
    const incomingState = formOf({ title: 'Tides', slug: 'tides-2', excerpt: 'Sent' })
    expect(dataOf(mergeServerFormState({ acceptValues, currentState, incomingState, sentState }))).toEqual({
      title: 'Tides and rivers',
      slug: 'tides-2',
      excerpt: 'Typed',
    })
  })

  it('keeps words in a field that the server did not know when it was asked', () => {
    const sentState = formOf({ sections: [{ id: 'a', body: undefined }] })
    delete sentState['sections.0.body']
    const currentState = typed(formOf({ sections: [{ id: 'a', body: undefined }] }), 'sections.0.body', 'Words')
    const incomingState = formOf({ sections: [{ id: 'a', body: null }] })
    incomingState['sections.0.body']!.addedByServer = true
    for (const acceptValues of [AUTOSAVE, SAVE, FORM_STATE]) {
      expect(dataOf(mergeServerFormState({ acceptValues, currentState, incomingState, sentState }))).toEqual({
        sections: [{ id: 'a', body: 'Words' }],
      })
    }
  })

  it('takes no value with a form state that saved nothing', () => {
    const sentState = formOf({ title: 'Tides' })
    const incomingState = formOf({ title: 'Something else' })
    expect(dataOf(mergeServerFormState({ currentState: sentState, incomingState, sentState }))).toEqual({
      title: 'Tides',
    })
  })
})

describe('rows that change while a request is under way', () => {
  const sentState = formOf({ sections: [{ id: 'a', body: 'A' }, { id: 'b', body: 'B' }, { id: 'c', body: 'C' }] })
  const incomingState = formOf({
    sections: [{ id: 'a', body: 'A!' }, { id: 'b', body: 'B!' }, { id: 'c', body: 'C!' }],
  })

  it.for([AUTOSAVE, SAVE])('each gets its own answer wherever it went (%o)', (acceptValues) => {
    const currentState = typed(moved(sentState, 'sections', 0, 2), 'sections.0.body', 'B typed')
    expect(bodies(mergeServerFormState({ acceptValues, currentState, incomingState, sentState }))).toEqual([
      'b: B typed',
      'c: C!',
      'a: A!',
    ])
  })

  it.for([AUTOSAVE, SAVE, FORM_STATE])('one that was removed stays removed (%o)', (acceptValues) => {
    const currentState = removed(sentState, 'sections', 1)
    expect(bodies(mergeServerFormState({ acceptValues, currentState, incomingState, sentState })).map(row => row[0]))
      .toEqual(['a', 'c'])
  })

  it('one that was added, or put back, outdates what the server made of the others', () => {
    // Without the row, the server dropped what belongs to it.
    const answer = formOf({ sections: [{ id: 'a', body: null }, { id: 'b', body: 'B' }, { id: 'c', body: 'C' }] })
    const currentState = fieldReducer(sentState, {
      type: 'ADD_ROW',
      path: 'sections',
      rowIndex: 3,
      subFieldState: { body: { value: 'D' } },
    })
    for (const acceptValues of [AUTOSAVE, SAVE]) {
      expect(bodies(mergeServerFormState({ acceptValues, currentState, incomingState: answer, sentState })).slice(0, 3))
        .toEqual(['a: A', 'b: B', 'c: C'])
    }
  })

  it('all of them removed stay removed', () => {
    const currentState = removed(removed(removed(sentState, 'sections', 0), 'sections', 0), 'sections', 0)
    expect(
      reduceFieldsToValues(
        mergeServerFormState({ acceptValues: AUTOSAVE, currentState, incomingState, sentState }),
        true,
      ),
    ).toMatchObject({ sections: 0 })
  })

  it.for([AUTOSAVE, SAVE])('one that the server added comes at the end, with its fields (%o)', (acceptValues) => {
    const withAnother = formOf({
      sections: [{ id: 'a', body: 'A' }, { id: 'b', body: 'B' }, { id: 'c', body: 'C' }, { id: 'd', body: 'D' }],
    })
    const currentState = moved(sentState, 'sections', 2, 0)
    expect(bodies(mergeServerFormState({ acceptValues, currentState, incomingState: withAnother, sentState }))).toEqual(
      ['c: C', 'a: A', 'b: B', 'd: D'],
    )
  })

  it('a save takes the order of the server, unless the writer has made another', () => {
    const reversed = formOf({ sections: [{ id: 'c', body: 'C' }, { id: 'b', body: 'B' }] })
    expect(
      bodies(mergeServerFormState({ acceptValues: SAVE, currentState: sentState, incomingState: reversed, sentState })),
    ).toEqual(['c: C', 'b: B'])
    expect(
      bodies(
        mergeServerFormState({
          acceptValues: SAVE,
          currentState: typed(sentState, 'sections.0.body', 'A typed'),
          incomingState: reversed,
          sentState,
        }),
      ),
    ).toEqual(['c: C', 'b: B', 'a: A typed'])
    expect(
      bodies(
        mergeServerFormState({
          acceptValues: SAVE,
          currentState: moved(sentState, 'sections', 0, 1),
          incomingState: reversed,
          sentState,
        }),
      ),
    ).toEqual(['b: B', 'a: A', 'c: C'])
  })

  it('errors and components follow their rows', () => {
    const refused = formOf({ sections: [{ id: 'a', body: 'A' }, { id: 'b', body: 'B' }, { id: 'c', body: 'C' }] })
    refused['sections.0.body'] = { ...refused['sections.0.body'], valid: false, errorMessage: 'Too long' }
    refused.sections = { ...refused.sections, errorPaths: ['sections.0.body'] }
    const merged = mergeServerFormState({
      currentState: moved(sentState, 'sections', 0, 2),
      incomingState: refused,
      sentState,
    })
    expect(merged['sections.2.body']).toMatchObject({ valid: false, errorMessage: 'Too long' })
    expect(merged['sections.0.body']!.errorMessage).toBeUndefined()
    expect(merged.sections!.errorPaths).toEqual(['sections.2.body'])
  })

  it('rows inside of rows are found by both ids', () => {
    const before = formOf({
      sections: [{ id: 'a', links: [{ id: 'x', label: 'X' }, { id: 'y', label: 'Y' }] }, {
        id: 'b',
        links: [{ id: 'z', label: 'Z' }],
      }],
    })
    const answer = formOf({
      sections: [{ id: 'a', links: [{ id: 'x', label: 'X!' }, { id: 'y', label: 'Y!' }] }, {
        id: 'b',
        links: [{ id: 'z', label: 'Z!' }],
      }],
    })
    const currentState = moved(moved(before, 'sections.0.links', 0, 1), 'sections', 0, 1)
    expect(
      dataOf(mergeServerFormState({ acceptValues: AUTOSAVE, currentState, incomingState: answer, sentState: before })),
    ).toEqual({
      sections: [{ id: 'b', links: [{ id: 'z', label: 'Z!' }] }, {
        id: 'a',
        links: [{ id: 'y', label: 'Y!' }, { id: 'x', label: 'X!' }],
      }],
    })
  })
})

describe('fieldReducer', () => {
  it('takes the result of a validation only for the value that was validated, wherever its row went', () => {
    const sentState = formOf({ sections: [{ id: 'a', body: 'A' }, { id: 'b', body: 'B' }] })
    const state = typed(moved(sentState, 'sections', 0, 1), 'sections.0.body', 'B typed')
    const results = {
      'sections.0.body': { valid: false, errorMessage: 'A is wrong' },
      'sections.1.body': { valid: false, errorMessage: 'B is wrong' },
    }
    const validated = fieldReducer(
      state,
      { type: 'VALIDATE', results, sentState } as unknown as Parameters<typeof fieldReducer>[1],
    )
    expect(validated['sections.1.body']).toMatchObject({ value: 'A', valid: false, errorMessage: 'A is wrong' })
    expect(validated['sections.0.body']).toMatchObject({ value: 'B typed' })
    expect(validated['sections.0.body']!.errorMessage).toBeUndefined()
  })
})

describe.for(Array.from({ length: 200 }, (_, seed) => seed))(
  'random edits while a request is under way, seed %i',
  (seed) => {
    it('lose no word, resurrect no row, and take what the server made of the rest', () => {
      const random = randomFrom(seed)
      const below = (limit: number) => Math.floor(random() * limit)
      const rows = Array.from(
        { length: 1 + below(6) },
        (_, index) => ({ id: `r${index}`, body: `r${index}`, heading: `h${index}` }),
      )
      const sentState = formOf({ title: 't', sections: rows })
      const incomingState = formOf({
        title: 't!',
        sections: rows.map(row => ({ ...row, body: `${row.body}!`, heading: `${row.heading}!` })),
      })

      let currentState = sentState
      const typedWords = new Map<string, string>()
      const gone = new Set<string>()
      for (let edits = below(8); edits > 0; edits--) {
        const count = currentState.sections!.rows!.length
        const action = below(4)
        if (action === 0 && count > 1) {
          currentState = moved(currentState, 'sections', below(count), below(count))
        }
        else if (action === 1 && count > 0) {
          const index = below(count)
          gone.add(String(currentState.sections!.rows![index]!.id))
          currentState = removed(currentState, 'sections', index)
        }
        else if (count > 0) {
          const index = below(count)
          const key = action === 2 ? 'body' : 'heading'
          const words = `typed ${edits}`
          typedWords.set(`${currentState.sections!.rows![index]!.id} ${key}`, words)
          currentState = typed(currentState, `sections.${index}.${key}`, words)
        }
      }

      const acceptValues = [AUTOSAVE, SAVE][below(2)]
      const merged = mergeServerFormState({ acceptValues, currentState, incomingState, sentState })
      const ids = currentState.sections!.rows!.map(row => row.id)
      expect(merged.sections!.rows!.map(row => row.id)).toEqual(ids)
      expect(dataOf(merged)).toEqual({
        title: 't!',
        ...(ids.length > 0
          ? {
              sections: ids.map(id => ({
                id,
                body: typedWords.get(`${id} body`) ?? `${id}!`,
                heading: typedWords.get(`${id} heading`) ?? `h${id.slice(1)}!`,
              })),
            }
          : { sections: 0 }),
      })
      expect(ids.filter(id => gone.has(id))).toEqual([])
    })
  },
)

function typed(state: FormState, path: string, value: string): FormState {
  return fieldReducer(state, { type: 'UPDATE', path, value })
}

function moved(state: FormState, path: string, moveFromIndex: number, moveToIndex: number): FormState {
  return fieldReducer(state, { type: 'MOVE_ROW', path, moveFromIndex, moveToIndex })
}

function removed(state: FormState, path: string, rowIndex: number): FormState {
  return fieldReducer(state, { type: 'REMOVE_ROW', path, rowIndex })
}

function dataOf(state: FormState): Record<string, unknown> {
  return reduceFieldsToValues(state, true)
}

function bodies(state: FormState): string[] {
  return (dataOf(state).sections as { id: string, body: string }[]).map(({ id, body }) => `${id}: ${body}`)
}
