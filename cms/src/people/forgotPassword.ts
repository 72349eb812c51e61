import type { Endpoint, Payload } from 'payload'
import { NO_EMAIL } from '../email.ts'
import { env } from '../env.ts'
import { resetUrl } from './resetUrl.ts'

/**
 * `POST /api/users/forgot-password`, in the place of Payload's own. That one waits for the mail server, and by its
 * delays and failures tells a stranger who has an account here; and on SQLite, for an account that there is, it waits
 * within a transaction for a write outside it.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    if (!env.smtpUrl)
      return Response.json({ errors: [{ message: NO_EMAIL }] }, { status: 503 })
    const sent: unknown = await req.json?.().catch(() => undefined)
    const email = typeof sent === 'object' && sent !== null && 'email' in sent ? String(sent.email).trim().toLowerCase() : ''
    if (!email)
      return Response.json({ errors: [{ message: 'Give your e-mail address.' }] }, { status: 400 })
    void sendLink(email, req.payload)
    return Response.json({ message: 'If there is an account with this address, a mail is on its way.' })
  },
}

/** Sends a link to an address that has an account, once a minute at most. */
async function sendLink(email: string, payload: Payload): Promise<void> {
  if (recent.has(email))
    return
  recent.add(email)
  try {
    const token: string | null = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true, expiration: LIFETIME })
    if (token) {
      await payload.sendEmail({ to: email, subject: 'Choose a new password', ...words(resetUrl(token)) })
      setTimeout(() => recent.delete(email), INTERVAL).unref()
      return
    }
  }
  catch (error) {
    payload.logger.error(`The mail for a new password could not be sent: ${error instanceof Error ? error.message : String(error)}`)
  }
  recent.delete(email)
}

const LIFETIME = 60 * 60 * 1000
const INTERVAL = 60 * 1000
const recent = new Set<string>()

function words(url: string): { text: string, html: string } {
  const begin = `Somebody, probably you, wants to choose a new password for your account at ${new URL(env.cmsUrl).host}.`
  const how = 'This link lets you do it, once, within the hour:'
  const end = 'If it was not you, nothing needs to be done: your password stays as it is.'
  return {
    text: [begin, how, url, end].join('\n\n'),
    html: [begin, how, `<a href="${url}">${url}</a>`, end].map(line => `<p>${line}</p>`).join('\n'),
  }
}
