/** The most documents of one kind that a lookup for display returns. */
export const MANY = 1000

/** Returns the number of found documents as text. `MANY` means that there may be more. */
export function formatCount(number: number): string {
  return number < MANY ? String(number) : `${number} or more`
}
