import type { NextRequest } from 'next/server'
import { randomBytes } from 'node:crypto'
import { NextResponse } from 'next/server'
import { adminPolicy, securityHeaders } from './server/securityHeaders.ts'

/**
 * Adds the security headers to every response outside the API. Next reads the nonce for its scripts from the policy in
 * the request.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = adminPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(securityHeaders(policy)))
    response.headers.set(name, value)
  return response
}

/** Excludes the API: Next would hold a copy of each body in memory, and cut off bodies beyond ten megabytes. */
export const config = { matcher: '/((?!api/).*)' }
