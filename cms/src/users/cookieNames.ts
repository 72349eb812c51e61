import { createHash } from 'node:crypto'
import { authCookieName } from 'payload'

export interface CookieNames {
  /**
   * Whether browsers reach the CMS only over HTTPS. Its cookies are then bound to its host and sent over HTTPS only.
   */
  isHttps: boolean
  /** The prefix of all cookie names. */
  prefix: string
  session: string
  device: string
}

/**
 * Returns the names of the cookies of the CMS at an address. Cookies ignore ports: two CMS on one host would share
 * them.
 */
export function cookieNames(cmsUrl: string): CookieNames {
  const isHttps = cmsUrl.startsWith('https://')
  const prefix = `masthead-${createHash('sha256').update(cmsUrl).digest('hex').slice(0, 8)}`
  const session = authCookieName(prefix, isHttps)
  return { isHttps, prefix, session, device: session.replace(/token$/, 'device') }
}
