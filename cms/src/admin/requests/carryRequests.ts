import { awaitPages } from '../connection/awaitPages.ts'
import { Connection } from '../connection/Connection.ts'
import { observeConnection } from '../connection/observeConnection.ts'
import { nameListTime } from '../merge/nameListTime.ts'
import { answerSecondFactor } from '../secondFactor/answerSecondFactor.ts'
import { codePrompt } from '../secondFactor/codePrompt.ts'
import { confirmation } from '../session/confirmation.ts'
import { confirmRequests } from '../session/confirmRequests.ts'
import { guardRequests } from '../session/guardRequests.ts'
import { session } from '../session/session.ts'
import { sendNow } from './sendNow.ts'

/** The connection of this tab to the CMS. */
export const connection = new Connection()

/**
 * Installs a `fetch` under which no request of the admin, Payload's own included, fails because the session has ended
 * or because the CMS requires a password or a code.
 */
export function carryRequests(): void {
  window.fetch = guardRequests(
    session,
    confirmRequests(
      confirmation,
      answerSecondFactor(codePrompt, nameListTime(awaitPages(observeConnection(connection, sendNow)))),
    ),
  )
}
