import type { Section } from '@masthead/shared/types'
import { expect, it } from 'vitest'
import { outline } from '../app/outline'
import { SECTIONS, table } from './fixtures'

const prose = (rest: Partial<Section> = {}) => ({ ...SECTIONS.prose, label: null, heading: null, ...rest }) as Section
const ids = (sections: Section[]) => outline(sections).map(({ id }) => id)

it('names each section by its heading, its label, or what it is', () => {
  expect(ids([prose({ heading: 'The Café, Again' }), prose({ label: 'deep-dive' }), prose()])).toEqual([
    'the-cafe-again',
    'deep-dive',
    'section',
  ])
})

it('never gives one name twice, nor one of the page’s own', () => {
  expect(
    ids([
      prose({ heading: 'Why' }),
      prose({ heading: 'Why?' }),
      prose({ heading: 'Contents' }),
      prose({ heading: '日本' }),
      prose(),
    ]),
  ).toEqual(['why', 'why-2', 'contents-2', 'section', 'section-2'])
})

it('heads a table by its own title and description where the section has none', () => {
  const section = { ...SECTIONS.comparison, heading: '', summary: null }
  expect(outline([section])).toEqual([{
    id: 'title-of-the-table',
    heading: 'Title of the table',
    summary: 'Description of the table.',
  }])
  expect(outline([{ ...section, heading: 'Mine' }])).toEqual([{
    id: 'mine',
    heading: 'Mine',
    summary: 'Description of the table.',
  }])
  expect(outline([{ ...section, table: table.id }])).toEqual([{ id: 'label', heading: undefined, summary: undefined }])
})

it('leaves a section where it was when its heading changes', () => {
  expect(ids([prose({ heading: 'The reason', anchor: 'why' }), prose({ heading: 'Why' })])).toEqual(['why', 'why-2'])
})
