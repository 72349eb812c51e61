/**
 * Whether a link may be drawn: http(s), mailto, tel, or relative to this site (`/path`, `#anchor`, `?query`).
 * Everything else (javascript:, data:, protocol-relative addresses, hidden control characters) may not.
 */
export function isSafeUrl(url: string): boolean {
  // Browsers drop tabs and line breaks anywhere in an address, and control characters and spaces around it.

  if (/[\0-\x20\x7F\\]/.test(url))
    return false
  if (/^(?:\/(?!\/)|#|\?)/.test(url))
    return true
  return URL.canParse(url) && /^(?:https?|mailto|tel):$/.test(new URL(url).protocol)
}
