/** The header in which the admin names the user whose request it sends. */
export const SIGNED_IN_AS = 'x-signed-in-as'
