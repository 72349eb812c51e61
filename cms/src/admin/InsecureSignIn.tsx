import { env } from '../env.ts'
import { instanceCookies } from '../users/instanceCookies.ts'
import { InsecureSignInNotice } from './InsecureSignInNotice.tsx'

/** Above the sign-in form: says why signing in cannot work on a page that came without encryption. */
export function InsecureSignIn() {
  return instanceCookies.isHttps ? <InsecureSignInNotice address={`${env.cmsUrl}/admin`} /> : null
}
