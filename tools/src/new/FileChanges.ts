import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../failure.ts'

/** Collects changes to files below a folder and writes them together or not at all. */
export class FileChanges {
  readonly #root: string
  readonly #texts = new Map<string, string>()

  constructor(root: string) {
    this.#root = root
  }

  /** The files that are new or changed. */
  get paths(): string[] {
    return [...this.#texts.keys()]
  }

  /** Returns the text of a file, with the changes so far. */
  read(path: string): string {
    return this.#texts.get(path) ?? readFileSync(join(this.#root, path), 'utf8')
  }

  /**
   * Adds a file.
   *
   * @throws {Failure} if the file exists.
   */
  create(path: string, text: string): void {
    if (existsSync(join(this.#root, path)))
      throw new Failure(`${path} is there already: choose another name.`)
    this.#texts.set(path, text)
  }

  /** Replaces the first match of a pattern. */
  replace(path: string, pattern: RegExp, replacement: string): void {
    const text = this.read(path)
    if (!pattern.test(text))
      throw notFound(path, pattern)
    this.#texts.set(path, text.replace(pattern, replacement))
  }

  /** Inserts lines before the first line that matches. */
  insertBefore(path: string, line: RegExp, inserted: string): void {
    this.#insert(path, lines => lines.findIndex(text => line.test(text)), line, inserted)
  }

  /** Inserts lines after the last line that matches. */
  insertAfterLast(path: string, line: RegExp, inserted: string): void {
    this.#insert(path, lines => lines.findLastIndex(text => line.test(text)) + 1 || -1, line, inserted)
  }

  /** Inserts lines at the end of the list or object that the first matching line opens. */
  append(path: string, opening: RegExp, inserted: string): void {
    this.#insert(
      path,
      (lines) => {
        const start = lines.findIndex(text => opening.test(text))
        const indent = /^ */.exec(lines[start] ?? '')![0]
        return start === -1
          ? -1
          : lines.findIndex((text, index) => index > start && new RegExp(`^${indent}[}\\]]`).test(text))
      },
      opening,
      inserted,
    )
  }

  /** Inserts an import of a file in the same folder, in the order of the others. */
  addImport(path: string, imported: string, from: string): void {
    const line = `import ${imported} from '${from}'`
    this.#insert(
      path,
      (lines) => {
        const imports = lines.flatMap((text, index) => {
          const [, from] = /^import (?!type).* from '(\.\/.*)'$/.exec(text) ?? []
          return from === undefined ? [] : [{ index, from }]
        })
        return imports.find(other => compare(other.from, from) > 0)?.index ?? (imports.at(-1)?.index ?? -2) + 1
      },
      /^import/,
      line,
    )
  }

  /** Adds lines to a file whose lines are in alphabetical order. */
  addSorted(path: string, added: string[]): void {
    const lines = this.read(path).trimEnd().split('\n')
    this.#texts.set(path, `${[...lines, ...added].sort().join('\n')}\n`)
  }

  write(): void {
    for (const [path, text] of this.#texts) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true })
      writeFileSync(join(this.#root, path), text)
    }
  }

  #insert(path: string, indexIn: (lines: string[]) => number, pattern: RegExp, inserted: string): void {
    const lines = this.read(path).split('\n')
    const index = indexIn(lines)
    if (index < 0)
      throw notFound(path, pattern)
    this.#texts.set(path, lines.toSpliced(index, 0, inserted).join('\n'))
  }
}

function notFound(path: string, pattern: RegExp): Failure {
  return new Failure(
    `${path} has no line like ${pattern}. Nothing was written: bring the generators in tools/src/new/ up to date.`,
  )
}

/** Compares as the linter orders imports. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true, sensitivity: 'base' })
}
