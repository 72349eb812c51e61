/** Answers 200 while the process is alive. */
export function GET(): Response {
  return Response.json({ status: 'ok' })
}
