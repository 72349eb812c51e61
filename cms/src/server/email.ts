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
    // Nodemailer's own patience is minutes: somebody waits for this mail.
    transportOptions: { url: smtpUrl, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    // A mail server that is away for a moment must not hold up the start.
    skipVerify: true,
  })
}

export const NO_EMAIL = 'This site sends no e-mail. Ask an administrator for a one-time link, which lets you choose a new password.'

const NAME = 'Masthead'

/** In the place of Payload's own, which writes to the log and says that all is well. */
const noEmail: EmailAdapter = () => ({
  name: 'none',
  defaultFromName: NAME,
  defaultFromAddress: '',
  sendEmail: () => Promise.reject(new APIError(NO_EMAIL, 503, null, true)),
})
