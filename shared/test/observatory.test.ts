import { expect, it } from 'vitest'
import { observatoryPoints, observatoryScore } from './observatory.ts'

const page = (headers: Record<string, string>, html = '') => ({ headers: new Headers(headers), html })

it('takes what is missing from 100 points, and adds nothing to that', () => {
  expect(observatoryScore(page({}))).toBe(100 - 25 - 20 - 5 - 20)
  expect(observatoryScore(page({ 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' }))).toBe(30)
})

it.each([
  ['default-src \'none\'', 10],
  ['default-src \'self\'; script-src \'nonce-x\' \'strict-dynamic\' https: \'unsafe-inline\'', 5],
  ['default-src \'self\'; style-src \'unsafe-inline\'', 0],
  ['default-src \'self\'; img-src http:', -10],
  ['default-src \'self\'; script-src \'self\' \'unsafe-eval\'', -10],
  ['default-src \'self\'; script-src \'self\' \'unsafe-inline\'', -20],
  ['default-src \'self\'; script-src https:', -20],
  ['style-src \'self\'', -20],
  ['default-src \'self\'; connect-src http://example.com', -20],
])('judges the policy %s', (policy, points) => {
  expect(observatoryPoints(page({ 'content-security-policy': policy }))['content-security-policy']).toBe(points)
})

it('judges scripts from elsewhere, cookies and a short time of HSTS', () => {
  const points = observatoryPoints(page({ 'strict-transport-security': 'max-age=86400', 'set-cookie': 'a=b; Secure' }, '<script src="https://example.com/x.js">'))
  expect(points).toMatchObject({ 'strict-transport-security': -10, 'cookies': -20, 'subresource-integrity': -5 })
})
