/** Whether an error says that a body is not what it claims to be: JSON, or a form with parts. */
export function isUnreadableBody(error: unknown): error is Error {
  return (error instanceof SyntaxError && /\bJSON\b/.test(error.message)) || (error instanceof Error && FORM_ERRORS.test(error.message))
}

/** https://github.com/mscdex/busboy/blob/v1.6.0/lib/types/multipart.js */
const FORM_ERRORS = /^(?:Malformed part header|Malformed content type|Missing Content-Type|Multipart: Boundary not found|Unexpected end of form|Unsupported content type)/
