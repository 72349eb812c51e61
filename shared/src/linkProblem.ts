/**
 * Returns how to fix the address of an unsafe link; undefined if it is safe: http(s), mailto, tel, or relative to this
 * site (`/path`, `#anchor`, `?query`). Everything else is unsafe (javascript:, data:, protocol-relative addresses,
 * hidden control characters).
 */
export function linkProblem(url: string): string | undefined {
  // Browsers drop tabs and line breaks anywhere in an address, and control characters and spaces around it.

  if (/[\0-\x20\x7F\\]/.test(url))
    return UNKNOWN_KIND
  if (/^(?:\/(?!\/)|#|\?)/.test(url))
    return undefined
  // Browsers read `https:host` and `https:/host` as `https://host`, or as a path of the page on which it stands.
  if (/^https?:(?!\/\/[^/?#])/i.test(url))
    return 'Write two slashes after https: and then the name of the site, as in https://example.com.'
  const { protocol, username, password } = URL.canParse(url) ? new URL(url) : NO_URL
  if (!/^(?:https?|mailto|tel):$/.test(protocol))
    return UNKNOWN_KIND
  return username || password
    ? 'Leave out the user and the password before the @: every reader could see them, and they make one site look like another.'
    : undefined
}

const UNKNOWN_KIND
  = 'Give a web address (https://…), an e-mail link (mailto:…), a telephone link (tel:…) or a path of this site (/blog).'

const NO_URL = { protocol: '', username: '', password: '' }
