import type { SlotName } from './Layout'

/*
 * A rendered page marks its slots by a random word, so no text of a writer can pass for a marker. Parts of the layout
 * stand between two comments. The number of the feed stands in an attribute, where a comment would be text.
 */

export function startOfSlot(marker: string, name: SlotName): string {
  return `${marker}:${name}`
}

export function endOfSlot(marker: string, name: SlotName): string {
  return `${marker}/${name}`
}

export function feedSlot(marker: string): string {
  return `${marker}:feed;`
}

/** A piece of a page: text of its own, or the content of a slot. */
export interface Piece {
  slot?: SlotName
  text: string
}

/** Returns the pieces of a rendered page, in their order. Joined, they are the page. */
export function piecesOf(html: string, marker: string): Piece[] {
  const slots = new RegExp(`<!--${marker}:(\\w+)-->(.*?)<!--${marker}/\\1-->|${feedSlot(marker)}`, 'gs')
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: whole, 1: name = 'feed', 2: text = '', index } of html.matchAll(slots)) {
    pieces.push({ text: html.slice(end, index) }, { slot: name as SlotName, text })
    end = index + whole.length
  }
  return [...pieces, { text: html.slice(end) }]
}

export function htmlOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
