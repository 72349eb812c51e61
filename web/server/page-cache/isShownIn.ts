import type { FrameDifference } from './Frames'
import type { OwnPage } from './OwnPage'

/** Returns whether a page shows what of the frame has changed. */
export function isShownIn({ slots }: OwnPage, difference: FrameDifference): boolean {
  return difference === 'all' || (difference !== 'none' && slots.includes(difference))
}
