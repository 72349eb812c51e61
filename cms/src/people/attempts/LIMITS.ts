interface Limit {
  /** How many attempts it allows within `windowMs` milliseconds of the first. */
  max: number
  windowMs: number
}

const minuteMs = 60 * 1000

/** What is counted. A source is a network prefix, an account an e-mail address, whether it has an account or not. */
export const LIMITS = {
  /** Passwords for one account from one source. */
  accountFromSource: { max: 8, windowMs: 10 * minuteMs },
  /** Passwords from one source, for whatever account. */
  source: { max: 40, windowMs: 10 * minuteMs },
  /** Passwords for one account from all sources; attempts with a device mark are not among them. */
  account: { max: 40, windowMs: 60 * minuteMs },
  /** Passwords from one device that has signed in to the account before. */
  device: { max: 8, windowMs: 10 * minuteMs },
  /** Current passwords of one user who is signed in. */
  confirmation: { max: 8, windowMs: 10 * minuteMs },
  /** Mails with a link for a new password, to one account. */
  mail: { max: 1, windowMs: minuteMs },
  /** Requests for such mails from one source. */
  mailSource: { max: 20, windowMs: 10 * minuteMs },
  /** Uses of one challenge to a passkey, which ends by itself within this time. */
  challenge: { max: 1, windowMs: 5 * minuteMs },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS
