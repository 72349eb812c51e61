import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

/**
 * The files of the heading face: one instance of Newsreader, cut for display. The first holds what English and the
 * languages around it need; a browser fetches the second only for a page that has one of its letters.
 */
export async function subsetHeadingFont(): Promise<FontFile[]> {
  return Promise.all(PARTS.map(async ({ source, ranges }) => ({
    bytes: await subsetFont(
      await readFile(require.resolve(`@fontsource-variable/newsreader/files/${source}.woff2`)),
      ranges.map(letters).join(''),
      {
        targetFormat: 'woff2',
        variationAxes: { opsz: 72, wght: 440 },
        keepFeatures: ['kern', 'liga'],
        noHinting: true,
        noLayoutClosure: true,
      },
    ),
    unicodeRange: ranges.map(range => `U+${range.map(hex).join('-')}`).join(','),
  })))
}

export interface FontFile {
  bytes: Uint8Array
  unicodeRange: string
}

type Range = [from: number] | [from: number, to: number]

const PARTS: { source: string, ranges: Range[] }[] = [
  {
    source: 'newsreader-latin-opsz-normal',
    ranges: [
      [0x20, 0x7E],
      // Latin-1 without the signs that headings do not use.
      [0xA0, 0xA1],
      [0xA3],
      [0xA7],
      [0xAB],
      [0xB0, 0xB1],
      [0xB7],
      [0xBB],
      [0xBF, 0xFF],
      [0x152, 0x153],
      [0x2013, 0x2014],
      [0x2018, 0x201A],
      [0x201C, 0x201E],
      [0x2026],
      [0x2039, 0x203A],
      [0x20AC],
      [0x2212],
    ],
  },
  {
    source: 'newsreader-latin-ext-opsz-normal',
    ranges: [[0x100, 0x151], [0x154, 0x17E], [0x218, 0x21B], [0x1E9E]],
  },
]

const require = createRequire(import.meta.url)

function letters([from, to = from]: Range): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase()
}
