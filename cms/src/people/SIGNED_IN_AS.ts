/** The header in which the admin says whose request it sends. */
export const SIGNED_IN_AS = 'x-signed-in-as'
