import type { Payload } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { recordEvent } from '../../audit/recordEvent.ts'
import { findByEmail } from '../findByEmail.ts'
import { sendNotice } from '../notices/sendNotice.ts'
import { findPasskeys } from '../passkeys/credentials.ts'
import { endAllSessions } from '../sessions.ts'
import { findAuthenticator } from './authenticator.ts'
import { removeSecondFactor } from './secondFactor.ts'

export interface RemovedFactors {
  hadApp: boolean
  passkeys: number
  sessions: number
}

/** Removes all second factors of an account, and ends its sessions. Returns undefined if there is no such account. */
export async function resetFactors(payload: Payload, email: string): Promise<RemovedFactors | undefined> {
  const account = await findByEmail({ payload }, email)
  if (!account)
    return undefined
  const id = String(account.id)
  const req = await createLocalReq({}, payload)
  const began = await initTransaction(req)
  try {
    const hadApp = await findAuthenticator(payload.db, id, req) !== undefined
    const { length: passkeys } = await findPasskeys(payload.db, id, req)
    await removeSecondFactor(payload.db, id, req)
    const sessions = await endAllSessions(id, req)
    await recordEvent(req, { event: 'factor-removed', about: 'users', documentId: id, title: account.name })
    if (began)
      await commitTransaction(req)
    // Awaited, because the process ends after this command.
    await sendNotice(req, 'factor-removed', account.email)
    return { hadApp, passkeys, sessions }
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }
}
