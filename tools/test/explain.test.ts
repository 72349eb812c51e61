import { expect, it } from 'vitest'
import { explain } from '../src/explain.mjs'

it.for([
  ['npm error code ENOSPC', 'The disk is full'],
  ['Error: No space left on device (os error 28)', 'The disk is full'],
  ['Failed to write to file: No space left\n      on device (os error 28)', 'The disk is full'],
  ['SQLITE_FULL: database or disk is full', 'The disk is full'],
  ['getaddrinfo EAI_AGAIN registry.npmjs.org', 'The package registry cannot be reached'],
  ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'The machine ran out of memory'],
  ['spawn npm ENOENT', 'npm is not on the PATH'],
] as const)('"%s" is explained', ([output, sentence]) => {
  expect(explain(output)).toContain(sentence)
})

it('does not guess', () => {
  expect(explain('Type error: Property \'titel\' does not exist')).toBeUndefined()
})
