import type { Change } from '@masthead/shared/changes'
import type { AtomicWriter } from '../storage/AtomicWriter'
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { idIn, listIn, pathIn } from '@masthead/shared/tags'

/**
 * Remembers the documents and pages that changes have removed, in a file, so that data from before such a change can be
 * used without them. Every change leaves a line, so `last` tells whether a follower has missed one.
 *
 * @throws the error of the file system, if the file cannot be written
 */
export class Tombstones {
  readonly #file: string
  readonly #writer: AtomicWriter
  #lines: Line[]

  constructor(file: string, writer: AtomicWriter) {
    this.#file = file
    this.#writer = writer
    this.#lines = existsSync(file) ? parseLines(readFileSync(file, 'utf8')) : []
  }

  /** The number of the last change recorded; undefined before `start`. */
  get last(): number | undefined {
    return this.#lines.at(-1)?.number
  }

  /** Forgets everything, and records from this number on. */
  start(number: number): void {
    this.#lines = [{ number, names: [] }]
    this.#rewrite()
  }

  /** Forgets everything, and records nothing until the next `start`. */
  stop(): void {
    this.#lines = []
    rmSync(this.#file, { force: true })
  }

  add(changes: readonly Change[]): void {
    const added = changes.filter(({ number }) => number > this.last!).map(change => ({
      number: change.number,
      names: removedBy(change),
    }))
    if (added.length === 0)
      return
    this.#lines.push(...added)
    if (this.#lines.length <= MAX_LINES)
      return appendFileSync(this.#file, formatLines(added))
    this.#lines = this.#lines.slice(-MAX_LINES / 2)
    this.#rewrite()
  }

  /** Returns the ids and path tags removed after a number; undefined if the lines do not reach back that far. */
  since(number: number): Set<string> | undefined {
    const [first] = this.#lines
    if (!first || number < first.number)
      return undefined
    return new Set(this.#lines.filter(line => line.number > number).flatMap(({ names }) => names))
  }

  #rewrite(): void {
    this.#writer.writeSync(this.#file, formatLines(this.#lines))
  }
}

interface Line {
  number: number
  names: string[]
}

/** The file stays under a few megabytes, and data older than 10,000 changes is of no use. */
const MAX_LINES = 10_000

/** Returns what a change removed. A change of a path removes what was there, even if the document stays public. */
function removedBy({ kind, tags }: Change): string[] {
  return tags.filter(tag => !listIn(tag)).flatMap((tag) => {
    if (pathIn(tag) !== undefined)
      return [tag]
    return kind === 'gone' ? [idIn(tag)] : []
  })
}

function formatLines(lines: Line[]): string {
  return lines.map(line => `${JSON.stringify(line)}\n`).join('')
}

/** Returns no lines for a damaged file: a removal may be missing in it. */
function parseLines(text: string): Line[] {
  try {
    return text.endsWith('\n') ? text.trimEnd().split('\n').map(line => JSON.parse(line) as Line) : []
  }
  catch {
    return []
  }
}
