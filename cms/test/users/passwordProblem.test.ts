import { expect, it } from 'vitest'
import { passwordProblem } from '../../src/users/passwordProblem.ts'

const known = ['Ida Example', 'ida@north-sea.example', 'The Beacon']

it.each([
  'battery staple',
  'correct horse',
  'quiet lantern orbit',
  'Ida Example loves quiet lanterns',
  'Zm9vYmFyYmF6cXV4',
  '👩‍🚀 lantern orbit 🚀',
])('takes %s', (password) => {
  expect(passwordProblem(password, known)).toBeUndefined()
})

it.each([
  ['elevenchars', /^Use at least 12 characters\. Take a few words/],
  ['x'.repeat(257), /^Use at most 256 characters\.$/],
  ['qwertyuiop12', /easy to guess/],
  ['ida@north-sea.example', /easy to guess/],
  ['The Beacon 2026', /easy to guess/],
  ['north-sea-ida', /easy to guess/],
  ['Example, Example', /easy to guess/],
  ['ida@the-beacon', /easy to guess/],
])('refuses %s', (password, problem) => {
  expect(passwordProblem(password, known)).toMatch(problem)
})

it('counts letters, not their parts', () => {
  expect(passwordProblem('🚀'.repeat(6), known)).toMatch(/at least 12/)
})
