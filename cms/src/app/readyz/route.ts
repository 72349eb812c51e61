import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { isPrepared } from '../../server/preparation.ts'

export const dynamic = 'force-dynamic'

/** Answers 200 if the database answers, and within two seconds says so if it does not. */
export async function GET(): Promise<Response> {
  const answers = await isPrepared(CHECK_TIMEOUT_MS)
    && await Promise.race([databaseAnswers(), sleep(CHECK_TIMEOUT_MS, false, { ref: false })])
  return answers
    ? Response.json({ status: 'ok' })
    : Response.json({ status: 'unavailable', reason: 'The database does not answer.' }, { status: 503 })
}

async function databaseAnswers(): Promise<boolean> {
  try {
    const payload = await getPayload({ config })
    await payload.count({ collection: 'users', overrideAccess: true })
    return true
  }
  catch {
    return false
  }
}

/** Milliseconds for each of the two checks: together they answer within two seconds. */
const CHECK_TIMEOUT_MS = 900
