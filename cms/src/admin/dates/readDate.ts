export type ReadDate = { date: Date } | { problem: string }

/**
 * Reads a date as people write it: `24 Nov 2026, 15:30`, `24.11.2026`, `2026-11-24 15:30`. Without a time, returns the
 * beginning of the day.
 */
export function readDate(text: string): ReadDate {
  const trimmed = text.trim()
  const match = FORMS.map(form => form.exec(trimmed)?.groups).find(Boolean)
  if (!match)
    return { problem: `“${trimmed}” is not a date.` }
  const { day = '', month = '', year = '', hours = '0', minutes = '0' } = match
  const number = monthNumber(month)
  if (number === undefined)
    return { problem: `There is no month “${month}”.` }
  const days = daysIn(number, Number(year))
  if (Number(day) < 1 || Number(day) > days)
    return { problem: `There is no ${Number(day)} ${MONTHS[number]} ${year}: that month has ${days} days.` }
  if (Number(hours) > 23 || Number(minutes) > 59)
    return { problem: `There is no time ${hours}:${minutes}.` }
  return { date: new Date(Number(year), number, Number(day), Number(hours), Number(minutes)) }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const TIME = String.raw`(?:(?:,\s*|\s+|T)(?<hours>\d{1,2})[:.](?<minutes>\d{2}))?`

const FORMS = [
  new RegExp(String.raw`^(?<day>\d{1,2})\.?\s+(?<month>[a-z]{3,})\.?,?\s+(?<year>\d{4})${TIME}$`, 'i'),
  new RegExp(String.raw`^(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4})${TIME}$`),
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${TIME}$`),
]

/** Returns the month from 0, by its number or the beginning of its name. */
function monthNumber(month: string): number | undefined {
  const index = /^\d+$/.test(month)
    ? Number(month) - 1
    : MONTHS.findIndex(name => name.toLowerCase().startsWith(month.toLowerCase().replace(/^sept$/, 'sep')))
  return index in MONTHS ? index : undefined
}

function daysIn(month: number, year: number): number {
  return new Date(year, month + 1, 0).getDate()
}
