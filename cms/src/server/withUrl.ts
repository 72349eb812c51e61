/** Returns the same request to another address. */
export function withUrl(request: Request, url: URL): Request {
  return new Request(url, request)
}
