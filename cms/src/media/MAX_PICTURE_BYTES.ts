/** Bytes that a picture may have. */
export const MAX_PICTURE_BYTES = 12_000_000
