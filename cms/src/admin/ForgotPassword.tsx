import type { AdminViewServerProps } from 'payload'
import { Link } from '@payloadcms/ui'
import { env } from '../env.ts'
import { NO_EMAIL } from '../server/email.ts'
import { ForgotPasswordForm } from './ForgotPasswordForm.tsx'

/** Replaces Payload's own page: asks for an address if the CMS can send mail, and says so if it cannot. */
export function ForgotPassword({ initPageResult }: AdminViewServerProps) {
  const { routes, admin } = initPageResult.req.payload.config
  return (
    <div className="forgotten">
      <h1>Forgotten your password?</h1>
      {env.smtpUrl ? <ForgotPasswordForm /> : <p>{NO_EMAIL}</p>}
      <Link href={routes.admin + admin.routes.login} prefetch={false}>Back to login</Link>
    </div>
  )
}
