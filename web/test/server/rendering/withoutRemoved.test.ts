import { expect, it } from 'vitest'
import { withoutRemoved } from '../../../server/rendering/withoutRemoved'

const card = { id: 'card', title: 'No longer said' }

it.each([
  ['a reference', { card }, { card: 'card' }],
  ['a reference to one of several collections', { document: { relationTo: 'cards', value: card } }, {
    document: { relationTo: 'cards', value: 'card' },
  }],
  ['references in a list', { cards: [card, { id: 'other' }] }, { cards: ['card', { id: 'other' }] }],
  ['a reference deep in a document that stays', {
    docs: [{ id: 'post', sections: [{ id: 'row', body: { children: [{ fields: { doc: card } }] } }] }],
    totalDocs: 1,
  }, {
    docs: [{ id: 'post', sections: [{ id: 'row', body: { children: [{ fields: { doc: 'card' } }] } }] }],
    totalDocs: 1,
  }],
  ['a document in a list of documents', { docs: [card, { id: 'other' }], totalDocs: 2, hasNextPage: false }, {
    docs: [{ id: 'other' }],
    totalDocs: 1,
    hasNextPage: false,
  }],
  ['a numeric id', { card: { id: 7, title: 'No longer said' } }, { card: 7 }],
  ['nothing', { id: 'post', text: 'card', other: null, flag: true }, {
    id: 'post',
    text: 'card',
    other: null,
    flag: true,
  }],
])('takes out %s', (_, response, expected) => {
  expect(withoutRemoved(response, new Set(['card', '7']))).toEqual(expected)
})
