/** The most bytes of a picture. */
export const LARGEST_PICTURE = 12_000_000
