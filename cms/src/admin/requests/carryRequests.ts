import { Connection } from '../connection/Connection.ts'
import { observeConnection } from '../connection/observeConnection.ts'
import { guardRequests } from '../session/guardRequests.ts'
import { session } from '../session/session.ts'
import { sendNow } from './sendNow.ts'

/** The connection of this tab to the CMS. */
export const connection = new Connection()

/** From now on no request of the admin, Payload's own included, fails because the session ended. */
export function carryRequests(): void {
  window.fetch = guardRequests(session, observeConnection(connection, sendNow))
}
