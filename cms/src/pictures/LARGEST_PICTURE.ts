/** Bytes that a picture may have. */
export const LARGEST_PICTURE = 12_000_000
