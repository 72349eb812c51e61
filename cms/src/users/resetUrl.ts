import { env } from '../env.ts'

/** Returns the URL of Payload's own page for a new password. */
export function resetUrl(token: string): string {
  return `${env.cmsUrl}/admin/reset/${token}`
}
