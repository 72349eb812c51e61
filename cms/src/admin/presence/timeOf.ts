/** Returns the time of a date, as the whole admin shows times: `15:30`. */
export function timeOf(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(date))
}
