/** Documents of one kind that are looked up at most, where what is looked up is only to be told or to be looked at. */
export const MANY = 1000

/** How many documents were found, where no more than `MANY` were looked up. */
export function formatCount(number: number): string {
  return number < MANY ? String(number) : `${number} or more`
}
