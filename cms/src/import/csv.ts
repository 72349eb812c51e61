import { CsvError, parse } from 'csv-parse/sync'
import { ImportError } from './ImportError.ts'

export interface CsvRow {
  /** The number of its first line: a quoted value may span several. */
  line: number
  values: string[]
}

/**
 * Returns the rows of a CSV text without empty ones. It takes what spreadsheets write: commas, semicolons or tabs
 * between values, quotation marks around them, and any line ends.
 *
 * @throws {ImportError} if a quotation mark is not closed, or closed inside a value.
 */
export function parseCsv(text: string): CsvRow[] {
  return parseRecords(text)
    .map(({ record, info }) => ({
      line: info.lines - lineEndsIn(record.join()),
      values: record.map(value => value.trim()),
    }))
    .filter(({ values }) => values.some(Boolean))
}

function parseRecords(text: string): CsvRecord[] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
      relax_column_count: true,
      // A quotation mark inside a value without them is itself.
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as CsvRecord[]
  }
  catch (error) {
    if (!(error instanceof CsvError))
      throw error
    throw new ImportError([{
      line: Number(error.lines),
      problem: 'A quotation mark is not closed, or does not stand around a whole value.',
      fix: 'Put the whole value in quotation marks, and write those within it twice.',
    }])
  }
}

/** A record as the parser returns it with `info`, which its types leave out. */
interface CsvRecord {
  record: string[]
  /** `lines`: the number of the record's last line. */
  info: { lines: number }
}

/** Returns the first separator of the text that stands outside of quotation marks. */
function separatorOf(text: string): string {
  return /^(?:"(?:[^"]|"")*"|[^"\n,;\t]*)([,;\t])/.exec(text)?.[1] ?? ','
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
