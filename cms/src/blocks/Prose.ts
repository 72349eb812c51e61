import { section } from './section.ts'

export const Prose = section({
  slug: 'prose',
  name: 'Text',
  plural: 'Texts',
  suggestions: ['introduction', 'deep-dive', 'counter-argument', 'future-outlook'],
  fields: [
    { name: 'body', type: 'richText', required: true, label: 'Text' },
  ],
})
