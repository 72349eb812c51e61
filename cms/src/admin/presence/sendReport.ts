import type { ReportBody } from '../../presence/answerPresence.ts'
import type { PresenceAnswer } from '../../presence/PresenceBoard.ts'
import { PRESENCE_PATH } from '../../presence/PRESENCE_PATH.ts'
import { sendNow } from '../requests/sendNow.ts'

/**
 * Sends a report. Returns undefined if the CMS does not accept its ticket any more. It needs no session, so no dialog
 * about the session holds it up.
 * @throws {Error} if the CMS cannot be reached, or cannot answer
 */
export async function sendReport(body: ReportBody, signal: AbortSignal): Promise<PresenceAnswer | undefined> {
  const response = await sendNow(PRESENCE_PATH, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  // A response that is not read keeps its connection, and the browser has six.
  const answer: unknown = await response.json()
  if (response.status === 401)
    return undefined
  if (!response.ok)
    throw new Error(`The CMS answered ${response.status}.`)
  return answer as PresenceAnswer
}

const TIMEOUT_MS = 5000
