interface Limit {
  /** How many attempts it allows within `windowMs` milliseconds of the first. */
  max: number
  windowMs: number
}

const minuteMs = 60 * 1000

/**
 * The attempts that the CMS counts. A source is a network prefix; an account is an e-mail address, even if it has no
 * account.
 */
export const LIMITS = {
  /** Passwords for one account from one source. */
  accountFromSource: { max: 8, windowMs: 10 * minuteMs },
  /** Passwords from one source, for any account. */
  source: { max: 40, windowMs: 10 * minuteMs },
  /** Passwords for one account from all sources, except attempts with a device mark. */
  account: { max: 40, windowMs: 60 * minuteMs },
  /** Passwords from one device that has signed in to the account before. */
  device: { max: 8, windowMs: 10 * minuteMs },
  /** Current passwords of one signed-in user. */
  confirmation: { max: 8, windowMs: 10 * minuteMs },
  /** Mails with a link for a new password, to one account. */
  mail: { max: 1, windowMs: minuteMs },
  /** Requests for such mails from one source. */
  mailSource: { max: 20, windowMs: 10 * minuteMs },
  /** Uses of one passkey challenge, which expires within this time anyway. */
  challenge: { max: 1, windowMs: 5 * minuteMs },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS
