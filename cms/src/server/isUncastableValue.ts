/**
 * Whether MongoDB's mapper reports a value of another type than its field, such as an invalid id. Only the database
 * knows the valid ids, so no rule can refuse such a value earlier.
 */
export function isUncastableValue(error: unknown): error is Error & { path: string } {
  return error instanceof Error && error.name === 'CastError' && 'path' in error && typeof error.path === 'string'
}
