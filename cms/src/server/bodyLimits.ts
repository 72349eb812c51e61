/** The most that an anonymous visitor may send at once, and that a sign-in may have. */
export const MAX_ANONYMOUS_BODY_BYTES = 1_000_000

/** The most that a user may send at once. Uploads have limits of their own, in `payload.config.ts`. */
export const MAX_BODY_BYTES = 16_000_000
