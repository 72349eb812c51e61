import type { LiveCheck } from '../../src/live/LiveCheck.ts'
import { expect, it } from 'vitest'
import { liveCheckText } from '../../src/admin/liveCheckText.ts'

const PAGE = { path: '/blog/x', took: 412 }
const PROOF: LiveCheck = {
  number: 7,
  kind: 'changed',
  total: 1,
  pages: [PAGE],
  through: 'site',
  webs: { live: 1, total: 1 },
}

it.each<[string, Partial<LiveCheck>]>([
  ['Live 0.4 s after saving, on 1 of 1 page', {}],
  ['Live 0.4 s after saving, on 3 of 3 pages, of 23 that show it', { pages: [PAGE, PAGE, PAGE], total: 23 }],
  ['Live 0.4 s after saving, on 1 of 1 page; 3 of 3 site instances live', { webs: { live: 3, total: 3 } }],
  ['Not live everywhere yet: 2 of 3 site instances have it', { webs: { live: 2, total: 3 } }],
  ['Not live yet: the site cannot be reached (ECONNREFUSED)', {
    pages: [{ path: '/blog/x', problem: 'the site cannot be reached (ECONNREFUSED)' }],
  }],
  ['Gone from the site 0.4 s after that', { kind: 'gone' }],
  ['No page shows it', { pages: [] }],
  ['No page shows it', { pages: [], total: 4 }],
])('says “%s”', (words, proof) => {
  expect(liveCheckText({ ...PROOF, ...proof })).toBe(words.replaceAll(/(?<=\d) of (?=\d)/g, '\u00A0of\u00A0'))
})
