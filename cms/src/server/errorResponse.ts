/**
 * Returns an error in Payload's form, for routes that answer by themselves.
 *
 * @param fields the problem of each invalid field
 */
export function errorResponse(status: number, message: string, fields: Partial<Record<string, string>> = {}): Response {
  const errors = Object.entries(fields).map(([path, message]) => ({ path, message }))
  return Response.json(
    { errors: [{ message, ...(errors.length > 0 && { data: { errors } }) }] },
    { status, headers: { 'cache-control': 'no-store' } },
  )
}
