import type { Report } from './Problem.ts'
import { didYouMean } from './didYouMean.ts'

export interface Fences {
  /** The lines with as many colons as Markdown needs: an outer directive has more than an inner one. */
  lines: string[]
  /** The names of the directives, by the line on which they begin. */
  openings: Map<number, string>
}

/**
 * Returns the lines with their `:::` fences paired. Writers may use three colons throughout: an inner directive closes
 * before its outer one. Markdown itself would close the outer one first, and would silently close a directive that is
 * open at the end.
 *
 * @param nested names of the directives that stand inside others
 */
export function balanceFences(source: string[], nested: string[], report: Report): Fences {
  const fences = new Balancing(source, nested, report)
  for (const [index, line] of source.entries())
    fences.read(line, index + 1)
  fences.end()
  return fences
}

interface Opening {
  name: string
  line: number
  colons: number
  /** The number of colons that the closing fence needs. */
  width: number
  rest: string
}

class Balancing implements Fences {
  readonly lines: string[]
  readonly openings = new Map<number, string>()
  readonly #nested: string[]
  readonly #report: Report
  readonly #open: Opening[] = []
  #code: { fence: string, line: number } | undefined

  constructor(source: string[], nested: string[], report: Report) {
    this.lines = [...source]
    this.#nested = nested
    this.#report = report
  }

  read(line: string, number: number): void {
    const fence = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1]
    const colons = /^\s*(:{2,})/.exec(line)?.[1]?.length ?? 0
    if (this.#code) {
      if (fence?.startsWith(this.#code.fence) && line.trim() === fence)
        this.#code = undefined
      else
        this.#widen(colons)
    }
    else if (fence) {
      this.#code = { fence, line: number }
    }
    else if (colons > 0) {
      this.#readColons(line.trim(), number, colons)
    }
  }

  end(): void {
    if (this.#code) {
      this.#report(
        this.#code.line,
        'The block of code is never closed.',
        `Write a line “${this.#code.fence}” where it ends.`,
      )
    }
    for (const { name, line } of this.#code ? [] : this.#open)
      this.#report(line, `“${name}” is never closed.`, 'Add a line “:::” where it ends.')
  }

  #readColons(line: string, number: number, colons: number): void {
    const name = /^[a-z][\w-]*/i.exec(line.slice(colons))?.[0]
    if (name !== undefined) {
      this.openings.set(number, name)
      this.lines[number - 1] = line
      if (colons > 2)
        this.#begin({ name, line: number, colons, width: 3, rest: line.slice(colons + name.length) })
    }
    else if (colons > 2 && line.length > colons) {
      this.#report(
        number,
        `“${line}” is no directive.`,
        'Write the name right after the colons, as in “:::introduction”; “:::” alone closes one.',
      )
    }
    else if (colons > 2) {
      this.#close(number, colons)
    }
  }

  #begin(opening: Opening): void {
    const outer = this.#open.at(-1)
    // A misspelled inner directive is reported later, as a misspelling.
    if (outer && !this.#nested.includes(opening.name) && !didYouMean(opening.name, this.#nested)) {
      this.#report(
        opening.line,
        `“${opening.name}” begins inside “${outer.name}”, which began on line ${outer.line}.`,
        'Close that with a line “:::” first.',
      )
    }
    this.#open.push(opening)
  }

  #close(number: number, colons: number): void {
    const opening = this.#open.pop()
    if (!opening) {
      this.#report(
        number,
        '“:::” closes nothing here.',
        'Take it out, or add the line that begins the section, such as “:::introduction”.',
      )
      return
    }
    if (opening.colons !== colons) {
      this.#report(
        number,
        `${colons} colons close “${opening.name}”, which ${opening.colons} began on line ${opening.line}.`,
        `Write ${opening.colons} here, or close first what is still open.`,
      )
    }
    this.#widen(opening.width)
    const pair = ':'.repeat(opening.width)
    this.lines[opening.line - 1] = `${pair}${opening.name}${opening.rest}`
    this.lines[number - 1] = pair
  }

  /**
   * Widens the directive: its contents, even code that shows a directive, must have fewer colons than the directive
   * itself.
   */
  #widen(inner: number): void {
    const outer = this.#open.at(-1)
    if (outer)
      outer.width = Math.max(outer.width, inner + 1)
  }
}
