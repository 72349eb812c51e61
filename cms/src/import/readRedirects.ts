import type { Redirect } from '@masthead/shared/payload-types'
import type { CsvRow } from './csv.ts'
import type { Problem } from './Problem.ts'
import { STATUSES } from '../redirects/STATUSES.ts'
import { parseCsv } from './csv.ts'

export interface RedirectLine {
  line: number
  from: string
  to: string
  status: Redirect['status']
}

/**
 * Returns the redirects of a file with the columns from, to and status. The first line may name them in another order.
 *
 * @throws {ImportError} if the file is no table
 */
export function readRedirects(text: string): (Problem | RedirectLine)[] {
  const rows = parseCsv(text)
  const names = rows[0]?.values.map(name => name.toLowerCase()) ?? []
  const hasNames = names.includes('from')
  const columns = hasNames ? names : COLUMNS
  return rows.slice(hasNames ? 1 : 0).map(row => redirectOf(row, columns))
}

const COLUMNS = ['from', 'to', 'status']

function redirectOf({ line, values }: CsvRow, columns: string[]): Problem | RedirectLine {
  if (values.slice(columns.length).some(Boolean)) {
    return {
      line,
      problem: `There are ${values.length} values, and ${columns.length} columns.`,
      fix: 'Put a value with a comma in it in quotation marks.',
    }
  }
  const value = (name: string) => values[columns.indexOf(name)] ?? ''
  const status = STATUSES.find(({ value: known }) => known === (value('status') || '301'))?.value
  if (!status) {
    return {
      line,
      problem: `“${value('status')}” is no status of a redirect.`,
      fix: `Write ${STATUSES.map(({ value }) => value).join(', ')}, or nothing for 301.`,
    }
  }
  if (status === '410' && value('to')) {
    return {
      line,
      problem: 'An address that is gone (410) has no target.',
      fix: 'Leave the second value out, or write another status.',
    }
  }
  return { line, from: value('from'), to: value('to'), status }
}
