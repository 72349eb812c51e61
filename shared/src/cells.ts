/** The kinds of cells in a comparison table: a mark, or text. */
export const MARKS = ['yes', 'no', 'partly', 'text'] as const

export type Mark = typeof MARKS[number]

export interface Cell {
  mark: Mark
  /** The text of a `text` cell; beside a mark, its qualification. */
  text?: string
  /** Small print. */
  note?: string
  /** The source of the value. */
  source?: string
}

/** Cells by the key of their column. */
export type Cells = Record<string, Cell>

/** Returns the problem with the cells of a row as a sentence for the user; undefined if there is none. */
export function cellsProblem(value: unknown, columns: { key?: string | null }[]): string | undefined {
  if (value === null || value === undefined)
    return undefined
  if (typeof value !== 'object' || Array.isArray(value))
    return 'The values of a row are an object: one entry per column key.'
  for (const [key, cell] of Object.entries(value)) {
    if (!columns.some(column => column.key === key))
      return `There is no column “${key}”. Take this value out, or add the column.`
    const problem = cellProblem(cell)
    if (problem)
      return `Column “${key}”: ${problem}`
  }
  return undefined
}

function cellProblem(cell: unknown): string | undefined {
  if (typeof cell !== 'object' || cell === null)
    return 'a value is an object with a mark.'
  const { mark, text, note, source, ...rest } = cell as Record<string, unknown>
  if (!MARKS.includes(mark as Mark))
    return `the mark is one of ${MARKS.join(', ')}.`
  if (mark === 'text' && (typeof text !== 'string' || text.trim() === ''))
    return 'write the words, or choose yes, no or partly.'
  for (const words of [text, note, source]) {
    if (words !== undefined && (typeof words !== 'string' || words.length > 400))
      return 'words are at most 400 characters long.'
  }
  return Object.keys(rest).length > 0 ? `“${Object.keys(rest)[0]}” is not part of a value.` : undefined
}
