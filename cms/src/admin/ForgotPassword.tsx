import type { AdminViewServerProps } from 'payload'
import { Link } from '@payloadcms/ui'
import { env } from '../env.ts'
import { NO_EMAIL } from '../server/email.ts'
import { ForgotPasswordForm } from './ForgotPasswordForm.tsx'

/** In the place of Payload's own page: asks for an address where mail can be sent, and says so where it cannot. */
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
