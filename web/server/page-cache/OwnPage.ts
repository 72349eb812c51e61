import type { SlotName } from '../../app/layout/Layout'
import type { Piece } from '../../app/layout/slotMarkers'
import type { Deflated } from './deflated'
import type { FeedFragment } from './feedFragment'
import type { Page, PageHeaders } from './Page'
import { Buffer } from 'node:buffer'
import { deflated, gzipOf } from './deflated'
import { digestOf, headersOf } from './Page'

/** A page without the layout around it: its own parts, and a slot after each but the last. */
export interface OwnPage {
  headers: PageHeaders
  parts: Deflated[]
  slots: SlotName[]
  /** A digest of the content. */
  etag: string
}

/** The compressed content for each slot of a page, and a digest of all of it. */
export interface Fragments {
  etag: string
  bySlot: Partial<Record<SlotName, Deflated>>
}

/** Makes an own page of rendered pieces, without the content of its slots. */
export async function makeOwnPage(headers: PageHeaders, pieces: readonly Piece[]): Promise<OwnPage> {
  const slots = pieces.flatMap(({ slot }) => slot ?? [])
  const parts = await Promise.all(pieces.filter(({ slot }) => !slot).map(({ text }) => deflated(text)))
  return named({ headers: headersOf(headers), parts, slots })
}

/** Fills the slots. A slot without content stays empty. */
export function compose(
  { headers, parts, slots, etag }: OwnPage,
  { bySlot, etag: fragmentsEtag }: Fragments,
  feed: FeedFragment,
): Page {
  const filled = parts.flatMap((part, index) => {
    const slot = slots[index]
    const content = slot === 'feed' ? feed.part : slot && bySlot[slot]
    return content ? [part, content] : [part]
  })
  return { status: 200, headers, etag: digestOf([etag, fragmentsEtag, String(feed.followed)]), gzip: gzipOf(filled) }
}

/** Returns an own page as the content of a file. */
export function encodeOwnPage({ headers, parts, slots }: OwnPage): Buffer {
  const record: OwnRecord = {
    headers,
    slots,
    parts: parts.map(({ bytes, crc, length }) => ({ size: bytes.length, crc, length })),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(record)}\n`), ...parts.map(({ bytes }) => bytes)])
}

/** Returns the own page that a file holds; undefined if it is torn. */
export function decodeOwnPage(file: Buffer): OwnPage | undefined {
  const head = file.indexOf('\n')
  const record = parsed(file.subarray(0, head).toString())
  if (!record)
    return undefined
  let start = head + 1
  const parts = record.parts.map(({ size, crc, length }) => {
    const bytes = file.subarray(start, start += size)
    return { bytes, crc, length }
  })
  return start === file.length ? named({ ...record, parts }) : undefined
}

interface OwnRecord {
  headers: PageHeaders
  slots: SlotName[]
  parts: { size: number, crc: number, length: number }[]
}

function named(own: Omit<OwnPage, 'etag'>): OwnPage {
  return { ...own, etag: digestOf([JSON.stringify([own.headers, own.slots]), ...own.parts.map(({ bytes }) => bytes)]) }
}

function parsed(json: string): OwnRecord | undefined {
  try {
    return JSON.parse(json) as OwnRecord
  }
  catch {
    return undefined
  }
}
