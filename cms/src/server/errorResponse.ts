/**
 * An error in Payload's form, for the routes that answer for themselves.
 *
 * @param fields what is wrong with each, where something is
 */
export function errorResponse(status: number, message: string, fields: Partial<Record<string, string>> = {}): Response {
  const errors = Object.entries(fields).map(([path, message]) => ({ path, message }))
  return Response.json(
    { errors: [{ message, ...(errors.length > 0 && { data: { errors } }) }] },
    { status, headers: { 'cache-control': 'no-store' } },
  )
}
