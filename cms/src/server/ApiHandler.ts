/** Answers a request to the API; `slug` holds the segments of its path after `/api/`. */
export type ApiHandler = (request: Request, context: { params: Promise<{ slug?: string[] }> }) => Promise<Response>
