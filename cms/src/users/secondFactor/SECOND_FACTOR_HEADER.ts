/** The header in which a sign-in carries a code, percent-encoded. */
export const SECOND_FACTOR_HEADER = 'x-second-factor'
