import type { ClientField, FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { describeFields } from '../../../src/admin/forms/describeFields.ts'
import { faultsOf } from '../../../src/admin/forms/faultsOf.ts'
import { faultsLeft, refusalOf } from '../../../src/admin/forms/Refusal.ts'

const FIELDS = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Article',
        fields: [
          { type: 'text', name: 'title', label: 'Title' },
          {
            type: 'blocks',
            name: 'sections',
            label: 'Sections',
            blocks: [
              {
                slug: 'prose',
                labels: { singular: 'Text' },
                fields: [{ type: 'row', fields: [{ type: 'text', name: 'heading', label: 'Heading' }] }],
              },
              {
                slug: 'faq',
                labels: { singular: 'Questions' },
                fields: [{
                  type: 'array',
                  name: 'questions',
                  label: 'Questions',
                  labels: { singular: 'Question' },
                  fields: [{ type: 'richText', name: 'answer', label: 'Answer' }],
                }],
              },
            ],
          },
        ],
      },
      { label: 'Search and sharing', name: 'seo', fields: [{ type: 'text', name: 'title', label: 'Title' }] },
    ],
  },
  { type: 'text', name: 'slug', label: 'Address', admin: { position: 'sidebar' } },
  { type: 'ui', name: 'usedIn' },
  { type: 'group', name: 'button', label: 'Button', fields: [{ type: 'text', name: 'label', label: 'Words' }] },
] as unknown as ClientField[]

const STATE: FormState = {
  'sections': { rows: [{ id: 'a', blockType: 'prose' }, { id: 'b', blockType: 'faq' }], value: 2 },
  'sections.1.questions': { rows: [{ id: 'c' }], value: 1 },
}

function invalid(message: string): FormState[string] {
  return { valid: false, errorMessage: message }
}

describe('the fields of a form', () => {
  it('are named by the way to them, in the order of the screen', () => {
    expect(describeFields(FIELDS, STATE).map(({ path, label }) => [path, label])).toEqual([
      ['title', 'Title'],
      ['sections', 'Sections'],
      ['sections.0.heading', 'Sections › 01 Text › Heading'],
      ['sections.1.questions', 'Sections › 02 Questions › Questions'],
      ['sections.1.questions.0.answer', 'Sections › 02 Questions › Questions › 01 Question › Answer'],
      ['seo.title', 'Search and sharing › Title'],
      ['button', 'Button'],
      ['button.label', 'Button › Words'],
      ['slug', 'Address'],
    ])
  })

  it('say which tab and which rows to open', () => {
    const places = describeFields(FIELDS, STATE)
    expect(places.find(({ path }) => path === 'sections.1.questions.0.answer')).toMatchObject({
      tabs: ['Article'],
      rows: [{ path: 'sections', index: 1 }, { path: 'sections.1.questions', index: 0 }],
    })
    expect(places.find(({ path }) => path === 'seo.title')).toMatchObject({ tabs: ['Search and sharing'], rows: [] })
  })
})

describe('what is at fault', () => {
  it('comes in the order of the screen, as sentences', () => {
    const state = {
      ...STATE,
      'slug': invalid('“a” is taken by “A”. Choose another.'),
      'sections.0.heading': invalid('Too long'),
      'title': { valid: true },
    }
    expect(faultsOf(describeFields(FIELDS, state), state).map(({ label, message }) => `${label}: ${message}`)).toEqual([
      'Sections › 01 Text › Heading: Too long.',
      'Address: “a” is taken by “A”. Choose another.',
    ])
  })

  it('leaves out what is not on the screen by its condition, and names what has no place there', () => {
    const state = { ...STATE, title: { ...invalid('No.'), passesCondition: false }, deletedAt: invalid('No date.') }
    expect(faultsOf(describeFields(FIELDS, state), state).map(({ label }) => label)).toEqual(['deletedAt'])
  })
})

describe('a refused save', () => {
  it('is remembered until a field was changed, wherever its row moves, and whatever marks the form loses', () => {
    const state = {
      ...STATE,
      'title': { ...invalid('This field is required.'), value: '' },
      'sections.0.heading': { ...invalid('Too long.'), value: 'x' },
    }
    const refusal = refusalOf(describeFields(FIELDS, state), state)!
    const moved: FormState = {
      'title': { value: 'A title', valid: true },
      'sections': { rows: [{ id: 'b', blockType: 'faq' }, { id: 'a', blockType: 'prose' }], value: 2 },
      'sections.1.heading': { value: 'x', valid: true },
    }
    expect(faultsLeft(refusal, describeFields(FIELDS, moved), moved).map(({ label }) => label)).toEqual([
      'Sections › 02 Text › Heading',
    ])
    expect(refusalOf(describeFields(FIELDS, STATE), STATE)).toBeUndefined()
  })
})
