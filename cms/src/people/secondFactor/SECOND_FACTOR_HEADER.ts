/** The header in which a sign-in shows a code, percent-encoded. */
export const SECOND_FACTOR_HEADER = 'x-second-factor'
