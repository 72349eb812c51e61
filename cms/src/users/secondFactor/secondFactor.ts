import type { PayloadRequest } from 'payload'
import type { Database } from './Database.ts'
import type { FactorChoice } from './SecondFactorError.ts'
import { factorOptions, findPasskeys, removePasskeys, usePasskeyAsFactor } from '../passkeys/credentials.ts'
import { readAuthentication } from '../passkeys/readResponse.ts'
import { findAuthenticator, removeAuthenticator, useAuthenticatorCode, useRecoveryCode } from './authenticator.ts'

/** Returns whether a user needs more than a password to sign in. */
export async function hasSecondFactor(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<boolean> {
  return await findAuthenticator(database, user, req) !== undefined
    || (await findPasskeys(database, user, req)).length > 0
}

/** Returns the second factors that a user can present after the password. */
export async function factorChoice(database: Database, user: number | string): Promise<FactorChoice> {
  const hasApp = await findAuthenticator(database, user) !== undefined
  const passkeyOptions = await factorOptions(database, user)
  return { hasApp, ...(passkeyOptions && { passkeyOptions }) }
}

/**
 * Returns whether a code of the app, a recovery code, or a passkey's response as JSON is right, and uses it up. Do not
 * call it within a transaction.
 */
export async function useSecondFactor(database: Database, user: number | string, shown: string): Promise<boolean> {
  if (shown.startsWith('{')) {
    const response = readAuthentication(parse(shown))
    return response !== undefined && usePasskeyAsFactor(database, user, response)
  }
  const digits = shown.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits))
    return useRecoveryCode(database, user, shown)
  const authenticator = await findAuthenticator(database, user)
  return authenticator !== undefined && useAuthenticatorCode(database, authenticator, digits)
}

/** Removes a user's second factors with all their data. */
export async function removeSecondFactor(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  await removeAuthenticator(database, user, req)
  await removePasskeys(database, user, req)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  }
  catch {
    return undefined
  }
}
