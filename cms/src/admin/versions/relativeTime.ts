/** Returns how long ago a moment was: “3 minutes ago”, “yesterday”. */
export function relativeTime(date: string, now: number): string {
  const seconds = (Date.parse(date) - now) / 1000
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return unit === 'second' ? 'just now' : FORMAT.format(Math.trunc(seconds / length), unit)
}

const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** Seconds of each unit, longest first. */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]
