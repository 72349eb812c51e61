import { parseCookies } from 'payload'
import { instanceCookies } from '../people/instanceCookies.ts'

/** Whether a request shows a session or a key, be they worth something or not. */
export function hasCredentials(headers: Headers): boolean {
  return headers.has('authorization') || parseCookies(headers).has(instanceCookies.session)
}
