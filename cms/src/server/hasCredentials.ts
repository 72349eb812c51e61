import { parseCookies } from 'payload'
import { instanceCookies } from '../users/instanceCookies.ts'

/** Whether a request carries a session or a key, valid or not. */
export function hasCredentials(headers: Headers): boolean {
  return headers.has('authorization') || parseCookies(headers).has(instanceCookies.session)
}
