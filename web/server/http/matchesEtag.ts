/** Returns whether an `If-None-Match` header names this ETag (RFC 9110, 13.1.2). */
export function matchesEtag(condition: string | undefined, etag: string): boolean {
  return condition !== undefined
    && condition.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
