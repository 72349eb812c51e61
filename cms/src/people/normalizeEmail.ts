/** Returns an address as accounts are found by it; an empty text for anything else. */
export function normalizeEmail(email: unknown): string {
  return typeof email === 'string' ? email.trim().toLowerCase() : ''
}
