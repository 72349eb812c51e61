import type { Endpoint, Payload } from 'payload'
import type { Attempt } from './attempts/reserveAttempt.ts'
import { addDataAndFileToRequest } from 'payload'
import { env } from '../env.ts'
import { clientSource } from '../server/clientSource.ts'
import { NO_EMAIL } from '../server/email.ts'
import { redactMessage } from '../server/log/redact.ts'
import { reserveAttempt } from './attempts/reserveAttempt.ts'
import { TooManyAttempts, withRetryAfter } from './attempts/TooManyAttempts.ts'
import { findByEmail } from './findByEmail.ts'
import { normalizeEmail } from './normalizeEmail.ts'
import { createResetToken } from './resetToken.ts'
import { resetUrl } from './resetUrl.ts'

/**
 * `POST /api/users/forgot-password` replaces Payload's own endpoint, which waits for the mail server: its delays and
 * failures reveal to anonymous visitors whether an account exists.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    if (!env.smtpUrl)
      return Response.json({ errors: [{ message: NO_EMAIL }] }, { status: 503 })
    await addDataAndFileToRequest(req)
    const email = normalizeEmail(req.data?.email)
    if (!email)
      return Response.json({ errors: [{ message: 'Give your e-mail address.' }] }, { status: 400 })
    await withRetryAfter(
      req,
      () => reserveAttempt(req.payload.db, [{ limit: 'mailSource', subject: clientSource(req.headers) }]),
    )
    // All work that depends on the account comes after the response.
    void sendLink(email, req.payload)
    return Response.json({ message: 'If there is an account with this address, a mail is on its way.' })
  },
}

async function sendLink(email: string, payload: Payload): Promise<void> {
  let attempt: Attempt | undefined
  try {
    attempt = await reserveAttempt(payload.db, [{ limit: 'mail', subject: email, account: email }])
    const user = await findByEmail({ payload }, email)
    if (!user)
      return
    const { token } = await createResetToken(payload, user.id, LIFETIME)
    await payload.sendEmail({ to: email, subject: 'Choose a new password', ...words(resetUrl(token)) })
  }
  catch (error) {
    if (error instanceof TooManyAttempts)
      return
    payload.logger.error(`The mail for a new password could not be sent: ${redactMessage(error)}`)
    await attempt?.release().catch((err: unknown) =>
      payload.logger.error({ err, msg: 'The attempt to send a mail could not be given back.' }),
    )
  }
}

const LIFETIME = 60 * 60 * 1000

function words(url: string): { text: string, html: string } {
  const begin
    = `We received a request, probably yours, to choose a new password for your account at ${new URL(env.cmsUrl).host}.`
  const how = 'This link lets you do it, once, within the hour:'
  const end = 'If it was not yours, you need not do anything: your password stays as it is.'
  return {
    text: [begin, how, url, end].join('\n\n'),
    html: [begin, how, `<a href="${url}">${url}</a>`, end].map(line => `<p>${line}</p>`).join('\n'),
  }
}
