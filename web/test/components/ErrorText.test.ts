import { expect, it } from 'vitest'
import ErrorText from '../../app/components/ErrorText.vue'
import { render, words } from '../render'

it.each([
  [404, /^404 There is no page here/],
  [410, /^410 This page is gone/],
  [503, /^503 We will be back in a moment/],
  [400, /^400 That request cannot be answered/],
  [500, /^500 Something broke on our side/],
])('has words for %i, and a way on', async (status, expected) => {
  const html = await render(ErrorText, { status })
  expect(words(html)).toMatch(expected)
  expect(html).toContain('href="/blog"')
})
