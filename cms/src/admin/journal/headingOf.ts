import type { Difference } from './differencesOf.ts'
import { moment } from '../moment.ts'

/** Returns “34 words from 14:02 were not saved”, with the date if it was another day. */
export function headingOf({ typedAt, differences }: { typedAt: number, differences: Difference[] }): string {
  const words = differences.reduce((sum, { newWords }) => sum + newWords, 0)
  const when = timeOf(new Date(typedAt))
  if (words === 1)
    return `One word from ${when} was not saved`
  if (words > 1)
    return `${COUNT.format(words)} words from ${when} were not saved`
  return differences.length === 1
    ? `A change from ${when} was not saved`
    : `${COUNT.format(differences.length)} changes from ${when} were not saved`
}

const COUNT = new Intl.NumberFormat('en')

function timeOf(date: Date): string {
  return date.toDateString() === new Date().toDateString()
    ? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(date)
    : moment(date.toISOString())
}
