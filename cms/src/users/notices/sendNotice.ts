import type { PayloadRequest } from 'payload'
import type { NoticeName } from './NOTICES.ts'
import { networkPrefix } from '@masthead/shared/networkPrefix'
import { env } from '../../env.ts'
import { clientAddress } from '../../server/clientAddress.ts'
import { redactMessage } from '../../server/log/redact.ts'
import { NOTICES } from './NOTICES.ts'

/**
 * Notifies a user by mail of an event of their account, if the CMS sends mail. No request waits for the mail server: a
 * mail that cannot be sent is logged and changes nothing.
 */
export async function sendNotice(
  { headers, payload }: Pick<PayloadRequest, 'headers' | 'payload'>,
  notice: NoticeName,
  email: string,
): Promise<void> {
  if (!env.smtpUrl)
    return
  try {
    await payload.sendEmail({
      to: email,
      subject: NOTICES[notice].subject,
      ...words(notice, new Date(), clientAddress(headers)),
    })
  }
  catch (error) {
    payload.logger.error(`The mail “${NOTICES[notice].subject}” could not be sent: ${redactMessage(error)}`)
  }
}

/** Returns the text of the mail. It has no links, so that users learn to distrust mails with links to sign in. */
function words(notice: NoticeName, at: Date, address: string | undefined): { text: string, html: string } {
  const { happened, otherwise } = NOTICES[notice]
  const [day, time] = at.toISOString().split('T')
  const from = address === undefined ? '' : ` The request came from the network ${networkPrefix(address, NETWORK)}.`
  const lines = [
    `Your account at ${new URL(env.cmsUrl).host} ${happened}, since ${day} at ${time!.slice(0, 5)} UTC.${from}`,
    'If it was you, nothing needs to be done.',
    `If not, ${otherwise}`,
  ]
  return { text: lines.join('\n\n'), html: lines.map(line => `<p>${line}</p>`).join('\n') }
}

/** The bits of an address in the mail: enough to recognise one’s own network. */
const NETWORK = { ipv4: 24, ipv6: 48 }
