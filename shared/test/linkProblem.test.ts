import { expect, it } from 'vitest'
import { linkProblem } from '../src/linkProblem.ts'

it.each([
  ['https://user:pw@example.org', /^Leave out the user and the password/],
  ['https:example.org', /^Write two slashes after https:/],
  ['javascript:alert(1)', /^Give a web address/],
])('%s is refused with how to mend it', (url, told) => {
  expect(linkProblem(url)).toMatch(told)
})

it('says nothing of a link that may be drawn', () => {
  expect(linkProblem('https://example.org')).toBeUndefined()
})
