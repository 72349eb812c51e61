import { expect, it } from 'vitest'
import { anchors } from '../src/anchors.ts'

it('names sections by their words, none twice, none like a part of the frame', () => {
  expect(anchors([{ words: 'Why' }, { words: 'Why?' }, { words: 'Contents' }, { words: '日本' }, {}])).toEqual([
    'why',
    'why-2',
    'contents-2',
    'section',
    'section-2',
  ])
})

it('keeps an anchor, whatever the words are, and whoever comes before it', () => {
  expect(anchors([{ words: 'Why' }, { anchor: 'why', words: 'The reason' }, { words: 'Why' }])).toEqual([
    'why-2',
    'why',
    'why-3',
  ])
})

it('gives an anchor that two claim to the first', () => {
  expect(
    anchors([{ anchor: 'why', words: 'Why' }, { anchor: 'why', words: 'Cost' }, { anchor: 'enquiry', words: 'Ask' }]),
  ).toEqual(['why', 'cost', 'ask'])
})
