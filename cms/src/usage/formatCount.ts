/** The most documents of one kind that a lookup for display returns. */
export const MAX_COUNTED = 1000

/** Returns the number of found documents as text. `MAX_COUNTED` means that there may be more. */
export function formatCount(number: number): string {
  return number < MAX_COUNTED ? String(number) : `${number} or more`
}
