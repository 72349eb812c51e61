import { sitePath } from './sitePath.ts'

/**
 * Returns the normal form of a redirect's target: a path of this site with its query and fragment, or a web address
 * elsewhere. Undefined for any other text. An address of this site becomes its path, so that it is followed like one.
 */
export function redirectTarget(text: string, siteUrl: string): string | undefined {
  const address = text.trim()
  if (UNSAFE.test(address))
    return undefined
  if (/^\/(?!\/)/.test(address))
    return local(address)
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    return undefined
  const url = new URL(address)
  if (url.username || url.password)
    return undefined
  return url.origin === new URL(siteUrl).origin ? local(url.pathname + url.search + url.hash) : url.href
}

/** Returns the location to which a redirect leads. Within the site, the reader's own query is passed on. */
export function redirectLocation(target: string, query: string): string {
  if (!target.startsWith('/'))
    return new URL(target).href
  const url = new URL(`http://site${target}`)
  url.search = [url.search, query].map(part => part.replace(/^\?/, '')).filter(Boolean).join('&')
  // A browser would read `//host` as another site.
  return url.pathname.replace(/^\/{2,}/, '/') + url.search + url.hash
}

/** Returns the path of a target on this site; undefined for one elsewhere. */
export function pathOfTarget(target: string): string | undefined {
  return target.startsWith('/') ? sitePath(target) : undefined
}

/** Browsers drop some of these characters, and read a backslash as a slash. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\0-\x1F\x7F\\]/

function local(address: string): string | undefined {
  const path = sitePath(address)
  const { search, hash } = new URL(/[?#].*$/s.exec(address)?.[0] ?? '', 'http://site/')
  return path && path + search + hash
}
