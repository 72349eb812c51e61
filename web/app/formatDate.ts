/** “12 March 2026”. The same for every reader, so that a cached page is right for all of them. */
export function formatDate(iso: string): string {
  return FORMAT.format(new Date(iso))
}

const FORMAT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
