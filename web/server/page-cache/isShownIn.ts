import type { LayoutDifference } from './Layouts'
import type { OwnPage } from './OwnPage'

/** Returns whether a page shows what of the layout has changed. */
export function isShownIn({ slots }: OwnPage, difference: LayoutDifference): boolean {
  return difference === 'all' || (difference !== 'none' && slots.includes(difference))
}
