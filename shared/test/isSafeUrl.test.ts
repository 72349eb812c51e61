import { expect, it } from 'vitest'
import { isSafeUrl } from '../src/isSafeUrl.ts'

it.each([
  'https://example.org/a?b#c',
  'http://example.org',
  'mailto:a@example.org',
  'tel:+4912345',
  '/blog/a',
  '/',
  '#anchor',
  '?page=2',
  'HTTPS://example.org',
  'https://example.org/@name',
  'mailto:a:b@example.org',
])('%s may be drawn', (url) => {
  expect(isSafeUrl(url)).toBe(true)
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\tjavascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  ' https://example.org',
  'https://',
  'https:///',
  'https:example.org',
  'HTTPS:/example.org',
  'http:///example.org',
  'https://user:pw@example.org',
  'https://user@example.org/a',
  'http://:pw@example.org',
  'https://bank.example@evil.example',
  'example.org',
  '',
])('%j may not', (url) => {
  expect(isSafeUrl(url)).toBe(false)
})
