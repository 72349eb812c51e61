import { expect, it } from 'vitest'
import { endOfSlot, feedSlot, htmlOf, piecesOf, startOfSlot } from '../../app/layout/slotMarkers'

const MARK = 'slot0123'
function part(name: 'banner' | 'footer', content: string) {
  return `<!--${startOfSlot(MARK, name)}-->${content}<!--${endOfSlot(MARK, name)}-->`
}

it('takes a page apart at its slots, and loses nothing of its own', () => {
  expect(
    piecesOf(
      `<meta content="x${feedSlot(MARK)}">${part('banner', '<aside>\n</aside>')}<main>$1</main>${part('footer', '')}`,
      MARK,
    ),
  ).toEqual([
    { text: '<meta content="x' },
    { slot: 'feed', text: '' },
    { text: '">' },
    { slot: 'banner', text: '<aside>\n</aside>' },
    { text: '<main>$1</main>' },
    { slot: 'footer', text: '' },
    { text: '' },
  ])
})

it('takes no text for a mark that has another word', () => {
  const html = part('banner', 'x').replaceAll(MARK, 'slot4567')
  expect(piecesOf(html, MARK)).toEqual([{ text: html }])
  expect(htmlOf(piecesOf(html, MARK))).toBe(html)
})
