import type { Cell, Mark } from '@masthead/shared/cells'
import type { Table, TableCell } from 'mdast'
import type { TableData } from './Article.ts'
import type { Report } from './Problem.ts'
import { cellsProblem } from '@masthead/shared/cells'
import { slugify } from '@masthead/shared/slugify'
import { plainText } from './plainText.ts'

/** Returns the columns and rows of a Markdown table. The first column holds the criteria. */
export function table(
  { children: [head, ...body], position }: Table,
  report: Report,
): Pick<TableData, 'criterionLabel' | 'columns' | 'rows'> {
  const [corner, ...heads] = head!.children.map(cell => words(cell, report))
  const columns = readColumns(heads, head!.position!.start.line, report)
  if (body.length === 0)
    report(position!.start.line, 'The table has no rows.', 'Write them under the line of dashes.')
  const rows = body.map((row) => {
    const line = row.position!.start.line
    const [criterion, ...values] = row.children.map(cell => words(cell, report))
    if (!criterion)
      report(line, 'The row does not say what it compares.', 'Write it in the first cell.')
    if (values.length > columns.length) {
      report(
        line,
        `The row has ${values.length + 1} cells, and the table ${columns.length + 1} columns.`,
        'Take the surplus out; a “|” that is meant as itself is written “\\|”.',
      )
    }
    const cells = Object.fromEntries(
      values.slice(0, columns.length).flatMap((value, index) =>
        value === '' ? [] : [[columns[index]!.key, cell(value)] as const],
      ),
    )
    const problem = cellsProblem(cells, columns)
    if (problem)
      report(line, problem, 'Correct the cell.')
    return { criterion: criterion ?? '', cells }
  })
  return { criterionLabel: corner || 'Criterion', columns, rows }
}

function words(cell: TableCell, report: Report): string {
  return plainText(cell.children, 'a table', report)
}

/** Makes the key of each column from its label, so that a moved column keeps its key. */
function readColumns(heads: string[], line: number, report: Report): TableData['columns'] {
  const taken = new Set<string>()
  return heads.map((head, index) => {
    if (head === '')
      report(line, `Column ${index + 2} has no head.`, 'Write what it stands for.')
    const { label, note } = splitNote(head)
    const base = slugify(label).slice(0, 50) || `column-${index + 1}`
    let key = base
    for (let number = 2; taken.has(key); number++)
      key = `${base}-${number}`
    taken.add(key)
    return { label, note, key }
  })
}

/** Splits “Label (note)”. The note is the content of the last brackets, nested ones included. */
function splitNote(head: string): { label: string, note: string | null } {
  let depth = 0
  for (let index = head.length - 1; index > 0 && head.endsWith(')'); index--) {
    depth += head[index] === ')' ? 1 : head[index] === '(' ? -1 : 0
    if (depth === 0)
      return { label: head.slice(0, index).trim(), note: head.slice(index + 1, -1).trim() || null }
  }
  return { label: head, note: null }
}

/** Reads a cell: a mark with or without words after it, or words. `{note="…" source="…"}` at the end is small print. */
function cell(value: string): Cell {
  const braces = value.endsWith('}') ? value.search(/\{(?:note|source)="/) : -1
  const text = braces < 0 ? value : value.slice(0, braces).trimEnd()
  const small = Object.fromEntries(
    [...value.slice(text.length).matchAll(/(note|source)="([^"]*)"/g)].map(([, name, print]) => [name, print]),
  )
  return { ...marked(text), ...small }
}

function marked(text: string): Cell {
  const [sign, ...rest] = text.split(/\s/)
  const mark = SIGNS.get(sign!.replace('\uFE0F', ''))
  const qualifier = rest.join(' ').trim()
  if (mark)
    return { mark, ...(qualifier && { text: qualifier }) }
  const word = WORDS.get(text.toLowerCase())
  return word ? { mark: word } : { mark: 'text', text }
}

const SIGNS = new Map<string, Mark>([
  ['✓', 'yes'],
  ['✔', 'yes'],
  ['✅', 'yes'],
  ['✗', 'no'],
  ['✘', 'no'],
  ['❌', 'no'],
  ['~', 'partly'],
])

const WORDS = new Map<string, Mark>([['yes', 'yes'], ['no', 'no'], ['partly', 'partly']])
