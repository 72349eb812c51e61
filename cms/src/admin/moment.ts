/** Returns a date as the whole admin shows dates: `22 Nov 2026, 15:30`. */
export function moment(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(date))
}
