/** `22 Nov 2026, 15:30`, as dates stand everywhere in the admin. */
export function moment(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(date))
}
