/** Returns an address in the form in which accounts store it; an empty text for anything else. */
export function normalizeEmail(email: unknown): string {
  return typeof email === 'string' ? email.trim().toLowerCase() : ''
}
