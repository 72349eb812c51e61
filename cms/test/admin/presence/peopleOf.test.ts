import type { OtherForm } from '../../../src/presence/PresenceBoard.ts'
import { expect, it } from 'vitest'
import { editorsWords } from '../../../src/admin/presence/editorsWords.ts'
import { initialsOf } from '../../../src/admin/presence/initialsOf.ts'
import { peopleOf, wordsFor } from '../../../src/admin/presence/peopleOf.ts'

function form(user: string, parts: Partial<OtherForm> = {}): OtherForm {
  return {
    tab: `${user}.1`,
    user,
    name: 'Jane Doe',
    isAway: false,
    isReadOnly: false,
    since: '2027-01-15T08:00:00.000Z',
    ...parts,
  }
}

it('names each user once, in the form where they work, and oneself last', () => {
  const people = peopleOf([
    form('me'),
    form('jane', { isAway: true }),
    form('jane', { tab: 'jane.2', section: { label: '03 Text', row: 'r' } }),
    form('max'),
  ], 'me')
  expect(people.map(({ tab, isYou }) => [tab, isYou])).toEqual([['jane.2', false], ['max.1', false], ['me.1', true]])
})

it.each([
  [form('jane', { section: { label: '03 Text', row: 'r' } }), 'Jane Doe is here too, in 03 Text'],
  [form('jane'), 'Jane Doe is here too'],
  [form('jane', { isAway: true, section: { label: '03 Text', row: 'r' } }), 'Jane Doe is here too, but away'],
  [form('jane', { isAway: true, isReadOnly: true }), 'Jane Doe is here too, read-only'],
  [form('me', { isAway: true }), 'You have this open in another tab'],
])('says of %o: %s', (form, said) => {
  const { words, place } = wordsFor({ ...form, isYou: form.user === 'me' })
  expect(words + place).toBe(said)
})

it.each([
  ['Jane Doe', 'JD'],
  ['jane.van-der.doe@example.com', 'JD'],
  ['Élodie', 'É'],
  ['李 小龍', '李小'],
  ['42', '?'],
])('takes the initials of %s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

it('says in a list who has a document open', () => {
  const jane = { user: 'jane', name: 'Jane Doe' }
  expect(editorsWords([jane, jane], 'me')).toBe('Jane Doe is editing')
  expect(editorsWords([jane, { user: 'max', name: 'Max' }], 'me')).toBe('Jane Doe and 1 more are editing')
  expect(editorsWords([{ user: 'me', name: 'Me' }], 'me')).toBe('You have it open')
})
