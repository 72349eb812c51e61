/** Returns the same request with another body. */
export function withBody(
  { url, method, headers, signal }: Request,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
): Request {
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}
