import { expect, it } from 'vitest'
import { isCrossOrigin } from '../../../server/enquiries/isCrossOrigin'

const SITE = 'https://example.org'

it.each([
  {},
  { origin: 'https://example.org' },
  { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
  { referer: 'https://example.org/blog/a' },
  { 'origin': 'null', 'sec-fetch-site': 'same-origin' },
])('takes what comes from the site itself: %o', (headers) => {
  expect(isCrossOrigin(headers, SITE)).toBe(false)
})

it.each([
  { origin: 'https://evil.example', host: 'example.org' },
  { origin: 'https://evil.example', referer: 'https://example.org/' },
  { origin: 'https://example.org.evil.example' },
  { origin: 'https://example.org:8443' },
  { origin: 'null' },
  { origin: 'not an origin' },
  { referer: 'https://evil.example/https://example.org/' },
  { 'origin': 'https://evil.example', 'sec-fetch-site': 'cross-site' },
])('does not take what comes from another: %o', (headers) => {
  expect(isCrossOrigin(headers, SITE)).toBe(true)
})
