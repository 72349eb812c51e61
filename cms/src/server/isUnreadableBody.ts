/** Whether an error reports a body that does not match its type: JSON, or a multipart form. */
export function isUnreadableBody(error: unknown): error is Error {
  return (error instanceof SyntaxError && /\bJSON\b/.test(error.message))
    || (error instanceof Error && FORM_ERRORS.test(error.message))
}

/** https://github.com/mscdex/busboy/blob/v1.6.0/lib/types/multipart.js */
const FORM_ERRORS
  = /^(?:Malformed part header|Malformed content type|Missing Content-Type|Multipart: Boundary not found|Unexpected end of form|Unsupported content type)/
