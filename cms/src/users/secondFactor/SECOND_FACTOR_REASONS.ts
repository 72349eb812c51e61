/** The reasons why a sign-in with the right password gets no session: the machine-readable `code` of the response. */
export const SECOND_FACTOR_REASONS = ['second-factor-required', 'second-factor-wrong'] as const

export type SecondFactorReason = typeof SECOND_FACTOR_REASONS[number]
