import type { NewRecoveryCodes, SetUp } from '../../../src/users/secondFactor/secondFactorEndpoints.ts'
import type { Answer, Session } from './Session.ts'
import { TOTP } from 'otpauth'

export interface Factor {
  key: string
  recoveryCodes: string[]
  /** The code of a later time step than the one that confirmed the set-up: the CMS takes it once. */
  nextCode: string
}

/** Gives a user an authenticator app. */
export async function setUpFactor(session: Session): Promise<Factor> {
  const { body: { key } } = await send<SetUp>(session, 'totp')
  const now = Date.now()
  const { body: { recoveryCodes } } = await send<NewRecoveryCodes>(session, 'totp/confirm', { code: codeOf(key, now) })
  return { key, recoveryCodes, nextCode: codeOf(key, now + STEP_MS) }
}

/** The code that an app shows at a time, in milliseconds. */
export function codeOf(key: string, time = Date.now()): string {
  return new TOTP({ secret: key }).generate({ timestamp: time })
}

export function factorPath({ person }: Session, path = ''): string {
  return `/api/users/${person.id}/second-factor${path && `/${path}`}`
}

async function send<Body>(session: Session, path: string, body?: object): Promise<Answer<Body>> {
  const answer = await session.send<Body>('POST', factorPath(session, path), { body })
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${answer.text}`)
  return answer
}

const STEP_MS = 30_000
