import { ImportError } from './ImportError.ts'

export interface CsvRow {
  /** The first line of the row: a quoted value may span several lines. */
  line: number
  values: string[]
}

/**
 * Returns the rows of a CSV file, as RFC 4180 and spreadsheets write it: separated by commas, semicolons or tabs, with
 * quotation marks if needed. Empty lines are left out.
 *
 * @throws {ImportError} if a quotation mark is never closed
 */
export function parseCsv(text: string): CsvRow[] {
  const separator = /^(?:"(?:[^"]|"")*"|[^"\n,;\t]*)([,;\t])/.exec(text)?.[1] ?? ','
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)[ ]*(${separator}|\\r\\n|\\r|\\n|$)`, 'y')
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, values: [] }
  let line = 1
  for (let end = ''; pattern.lastIndex < text.length || end === separator;) {
    const match = pattern.exec(text)
    if (!match)
      throw new ImportError([{ line: row.line, what: 'A quotation mark is not closed, or does not stand around a whole value.', mend: 'Put the whole value in quotation marks, and write those within it twice.' }])
    const [whole, quoted, plain = ''] = match
    end = match[3]!
    row.values.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0
    if (end === separator)
      continue
    rows.push(row)
    row = { line, values: [] }
    // At the end of the text the pattern would match an empty value once more.
    if (end === '')
      break
  }
  return rows.filter(({ values }) => values.some(Boolean))
}
