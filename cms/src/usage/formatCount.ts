/** Documents of one kind that are looked up at most, where what is looked up is only to be told or to be looked at. */
export const MAX_COUNTED = 1000

/** How many documents were found, where no more than `MAX_COUNTED` were looked up. */
export function formatCount(number: number): string {
  return number < MAX_COUNTED ? String(number) : `${number} or more`
}
