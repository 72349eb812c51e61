/** The cached pages of a site instance that one change affected: a few of their paths. */
export interface Touched {
  /** The number of the change. */
  number: number
  /** Empty if no cached page showed the change. */
  paths: string[]
}

/**
 * Writes what the last changes affected, as a site instance reports it to the CMS: `12 /blog/x /blog 13` says that
 * change 12 affected two pages and change 13 none. It leaves out all but three paths of each change, and the oldest
 * changes if the text would have more than `MAX_TOUCHED_LENGTH` characters.
 */
export function formatTouched(touched: readonly Touched[]): string {
  const texts = touched.flatMap(({ number, paths }) => {
    const writable = paths.filter(path => PATH.test(path)).slice(0, MAX_PATHS)
    // A change that affected only paths that cannot be written must not look like one that affected none.
    return paths.length > 0 && writable.length === 0 ? [] : [[number, ...writable].join(' ')]
  })
  while (texts.join(' ').length > MAX_TOUCHED_LENGTH)
    texts.shift()
  return texts.join(' ')
}

/** Reads the text of `formatTouched`; returns undefined for any other text. */
export function parseTouched(text: string): Touched[] | undefined {
  if (text.length > MAX_TOUCHED_LENGTH)
    return undefined
  const touched: Touched[] = []
  for (const word of text.split(' ')) {
    const last = touched.at(-1)
    if (NUMBER.test(word))
      touched.push({ number: Number(word), paths: [] })
    else if (PATH.test(word) && last && last.paths.length < MAX_PATHS)
      last.paths.push(word)
    else
      return undefined
  }
  return touched
}

/** The most characters: they must fit into the address of a request, where some take three. */
export const MAX_TOUCHED_LENGTH = 2000

/** The most paths of each change: as many as a live check reads. */
const MAX_PATHS = 3

const NUMBER = /^\d{1,15}$/

const PATH = /^\/[\w./~%-]{0,299}$/
