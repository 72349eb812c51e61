/** The largest body of an anonymous request, and of a sign-in. */
export const MAX_ANONYMOUS_BODY_BYTES = 1_000_000

/** The largest body of a user's request. Uploads have limits of their own, in `payload.config.ts`. */
export const MAX_BODY_BYTES = 16_000_000
