/** The header in which a request carries the current password of its user, percent-encoded. */
export const CURRENT_PASSWORD_HEADER = 'x-current-password'
