/**
 * Whether MongoDB's mapper says that a value is of another type than its field, such as an id that is none. Which ids
 * there are only the database knows, so no rule can refuse such a value before.
 */
export function isUncastableValue(error: unknown): error is Error & { path: string } {
  return error instanceof Error && error.name === 'CastError' && 'path' in error && typeof error.path === 'string'
}
