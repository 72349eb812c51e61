import type { Config, EmailAdapter } from 'payload'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { APIError } from 'payload'

/** Sends mail through the server of `SMTP_URL`, from the address that its `?from=` names or else from `sender`. */
export function emailFor(smtpUrl: string | undefined, sender: string): NonNullable<Config['email']> {
  if (!smtpUrl)
    return noEmail
  return nodemailerAdapter({
    defaultFromName: NAME,
    defaultFromAddress: new URL(smtpUrl).searchParams.get('from') ?? sender,
    // Nodemailer's own timeouts are minutes, but users wait for this mail.
    transportOptions: { url: smtpUrl, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    // A mail server that is down must not delay the start.
    skipVerify: true,
  })
}

export const NO_EMAIL
  = 'This site sends no e-mail. Ask an administrator for a one-time link, which lets you choose a new password.'

const NAME = 'Masthead'

/** Fails on every mail. Payload's own adapter would log it and report success. */
const noEmail: EmailAdapter = () => ({
  name: 'none',
  defaultFromName: NAME,
  defaultFromAddress: '',
  sendEmail: () => Promise.reject(new APIError(NO_EMAIL, 503, null, true)),
})
