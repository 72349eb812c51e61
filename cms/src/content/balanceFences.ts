import type { Complain } from './Problem.ts'
import { didYouMean } from './didYouMean.ts'

export interface Fences {
  /** The lines with the colons counted as Markdown wants them: more around than within. */
  lines: string[]
  /** The names of the directives, by the line they begin on. */
  openings: Map<number, string>
}

/**
 * Pairs the `:::` lines. Writers may use three colons throughout: an inner directive is closed before its outer one.
 * Markdown itself would close the outer one first, and would close silently what is left open at the end.
 *
 * @param nested names of the directives that stand inside others
 */
export function balanceFences(source: string[], nested: string[], complain: Complain): Fences {
  const lines = [...source]
  const openings = new Map<number, string>()
  const open: Opening[] = []
  let code: string | undefined

  for (const [index, line] of source.entries()) {
    const number = index + 1
    const fence = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}|~{3,})/.exec(line)?.[1]
    if (code !== undefined) {
      if (fence?.startsWith(code) && line.trim() === fence)
        code = undefined
      else
        widen(open.at(-1), /^\s*(:{3,})/.exec(line)?.[1]?.length)
      continue
    }
    if (fence) {
      code = fence
      continue
    }

    const [, colons, name, rest] = /^\s*(:{2,})([a-z][\w-]*)?(.*)$/i.exec(line) ?? []
    if (colons === undefined || (colons.length === 2 && name === undefined))
      continue
    if (name !== undefined) {
      openings.set(number, name)
      lines[index] = line.trimStart()
      const outer = open.at(-1)
      if (colons.length === 2)
        continue
      if (outer && !nested.includes(name) && !didYouMean(name, nested))
        complain(number, `“${name}” begins inside “${outer.name}”, which began on line ${outer.line}.`, 'Close that with a line “:::” first.')
      open.push({ name, line: number, colons: colons.length, width: 3, rest: rest! })
    }
    else if (rest!.trim() !== '') {
      complain(number, `“${line.trim()}” is no directive.`, 'Write the name right after the colons, as in “:::introduction”; “:::” alone closes one.')
    }
    else {
      const opening = open.pop()
      if (!opening) {
        complain(number, '“:::” closes nothing here.', 'Take it out, or add the line that begins the section, such as “:::introduction”.')
        continue
      }
      if (opening.colons !== colons.length)
        complain(number, `This closes “${opening.name}”, which began on line ${opening.line} with ${opening.colons} colons, with ${colons.length}.`, `Write ${opening.colons} here, or close what is still open before.`)
      widen(open.at(-1), opening.width)
      const pair = ':'.repeat(opening.width)
      lines[opening.line - 1] = `${pair}${opening.name}${opening.rest}`
      lines[index] = pair
    }
  }
  for (const { name, line } of open)
    complain(line, `“${name}” is never closed.`, 'Add a line “:::” where it ends.')
  return { lines, openings }
}

interface Opening {
  name: string
  line: number
  colons: number
  /** How many colons Markdown needs to see where it ends. */
  width: number
  rest: string
}

/** What is inside a directive, be it code that shows one, must have fewer colons than the directive itself. */
function widen(outer: Opening | undefined, inner = 0): void {
  if (outer)
    outer.width = Math.max(outer.width, inner + 1)
}
