/** The longest name of a version, in characters. */
export const MAX_NAME_LENGTH = 100
