import { expect, it } from 'vitest'
import { deflated } from '../../../server/page-cache/deflated'
import { feedFragment } from '../../../server/page-cache/feedFragment'
import { compose, decodeOwnPage, encodeOwnPage, makeOwnPage } from '../../../server/page-cache/OwnPage'
import { words } from './page'

const pieces = [
  { text: '<head>' },
  { slot: 'feed', text: '' },
  { text: '<body>' },
  { slot: 'banner', text: 'a sample' },
  { text: '<main>' },
  { slot: 'footer', text: 'a sample' },
  { text: '</body>' },
] as const

async function fragments(banner: string) {
  return { etag: banner, bySlot: { banner: await deflated(banner) } }
}

it('has its slots filled, and those without content left empty', async () => {
  const own = await makeOwnPage([['x-frame', 'kept'], ['etag', 'of one answer']], pieces)
  const page = compose(own, await fragments('[Now]'), await feedFragment(7))
  expect(words(page)).toBe('<head>; feed=7<body>[Now]<main></body>')
  expect(page).toMatchObject({ status: 200, headers: [['x-frame', 'kept']] })
  expect(words(compose(own, await fragments('[Then]'), await feedFragment(undefined)))).toBe(
    '<head><body>[Then]<main></body>',
  )
})

it('has an ETag of its own for each content', async () => {
  const [own, other] = await Promise.all([makeOwnPage([], pieces), makeOwnPage([], [...pieces, { text: 'more' }])])
  const pages = [
    compose(own, await fragments('[Now]'), await feedFragment(7)),
    compose(own, await fragments('[Now]'), await feedFragment(8)),
    compose(own, await fragments('[Then]'), await feedFragment(7)),
    compose(other, await fragments('[Now]'), await feedFragment(7)),
  ]
  expect(new Set(pages.map(({ etag }) => etag)).size).toBe(4)
  expect((compose(own, await fragments('[Now]'), await feedFragment(7))).etag).toBe(pages[0]!.etag)
})

it('comes back from its file, and not from a torn one', async () => {
  const own = await makeOwnPage([['x-frame', 'kept']], pieces)
  const file = encodeOwnPage(own)
  expect(decodeOwnPage(file)).toEqual(own)
  for (const length of [0, 1, 20, file.length - 1])
    expect(decodeOwnPage(file.subarray(0, length))).toBeUndefined()
})
