import type { SecondFactor } from '@masthead/shared/payload-types'
import type { PayloadRequest, Where } from 'payload'
import type { Database } from './Database.ts'
import { APIError } from 'payload'
import { createRecoveryCodes, hashRecoveryCode } from './recoveryCodes.ts'
import { seal, unseal } from './seal.ts'
import { createSecret, stepOfCode } from './totp.ts'

/** Returns the authenticator app of a user, if one is in force. */
export async function findAuthenticator(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<SecondFactor | undefined> {
  const stored = await findStored(database, user, req)
  return stored?.secret ? stored : undefined
}

/** Returns how many unused recovery codes a user has. */
export async function countRecoveryCodes(database: Database, user: number | string): Promise<number> {
  const stored = await findStored(database, user)
  return stored ? recoveryHashesOf(stored).length : 0
}

/** Returns a new secret for the user's app. It is in force once a code confirms it, within a quarter of an hour. */
export async function beginSetUp(database: Database, user: number | string): Promise<string> {
  const secret = createSecret()
  const pending = {
    pendingSecret: seal(secret, String(user)),
    pendingUntil: new Date(Date.now() + PENDING_MS).toISOString(),
  }
  await write(database, user, pending)
  return secret
}

/**
 * Puts the pending secret in force, with new recovery codes, if a code confirms it. Uses the code up.
 * @returns the recovery codes
 * @throws {APIError} if there is nothing to confirm, or the code is wrong
 */
export async function confirmSetUp(database: Database, user: number | string, code: string): Promise<string[]> {
  const now = new Date()
  const stored = await findStored(database, user)
  if (!stored?.pendingSecret || !stored.pendingUntil || new Date(stored.pendingUntil) < now) {
    throw new APIError(
      'There is no set-up to confirm, or it took longer than a quarter of an hour. Begin again.',
      409,
      null,
      true,
    )
  }
  const { pendingSecret } = stored
  const step = stepOfCode(unseal(pendingSecret, String(user)), code, now)
  if (step === undefined) {
    throw new APIError(
      'This code is wrong. Enter the one that your app shows now. If it goes on, check the clock of the device.',
      400,
      null,
      true,
    )
  }
  const { codes, recoveryHashes } = await createRecoveryCodes(user)
  const confirmed = {
    recoveryHashes,
    secret: pendingSecret,
    pendingSecret: null,
    pendingUntil: null,
    addedAt: now.toISOString(),
    lastStep: step,
  }
  if (!await updateIf(database, { and: [of(user), { pendingSecret: { equals: pendingSecret } }] }, confirmed))
    throw new APIError('Another set-up has begun since. Begin again.', 409, null, true)
  return codes
}

/** Returns whether a code is right, and uses it up. Of several requests with it at once, one succeeds. */
export async function useAuthenticatorCode(
  database: Database,
  { user, secret }: SecondFactor,
  code: string,
): Promise<boolean> {
  const step = stepOfCode(unsealOrExplain(secret!, user), code, new Date())
  return step !== undefined
    && updateIf(database, { and: [of(user), { secret: { equals: secret } }, { lastStep: { less_than: step } }] }, {
      lastStep: step,
    })
}

/** Returns ten new recovery codes, which replace the old ones. */
export async function renewRecoveryCodes(database: Database, user: number | string): Promise<string[]> {
  const { codes, recoveryHashes } = await createRecoveryCodes(user)
  await write(database, user, { recoveryHashes })
  return codes
}

/** Returns whether a recovery code is right, and uses it up. Of several requests with it at once, one succeeds. */
export async function useRecoveryCode(database: Database, user: number | string, code: string): Promise<boolean> {
  const hash = await hashRecoveryCode(code, user)
  for (let stored = await findStored(database, user); stored; stored = await findStored(database, user)) {
    const hashes = recoveryHashesOf(stored)
    if (!hashes.includes(hash))
      return false
    const rest = hashes.filter(other => other !== hash).join('\n')
    // Otherwise another code was used meanwhile, or the codes were renewed.
    if (
      await updateIf(database, { and: [of(user), { recoveryHashes: { equals: stored.recoveryHashes } }] }, {
        recoveryHashes: rest,
      })
    ) {
      return true
    }
  }
  return false
}

function recoveryHashesOf({ recoveryHashes }: SecondFactor): string[] {
  return recoveryHashes ? recoveryHashes.split('\n') : []
}

/** Deletes the app and the recovery codes of a user. */
export async function removeAuthenticator(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  await database.deleteMany({ collection, where: of(user), req })
}

const collection = 'second-factors'

const PENDING_MS = 15 * 60 * 1000

function of(user: number | string): Where {
  return { user: { equals: String(user) } }
}

async function findStored(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<SecondFactor | undefined> {
  return await database.findOne<SecondFactor>({ collection, where: of(user), req }) ?? undefined
}

async function write(database: Database, user: number | string, data: Record<string, unknown>): Promise<void> {
  if (!await updateIf(database, of(user), data) && !await create(database, user, data))
    await updateIf(database, of(user), data)
}

/** Creates the document. Returns false if another request has created it meanwhile. */
async function create(database: Database, user: number | string, data: object): Promise<boolean> {
  try {
    await database.create({ collection, data: { user: String(user), lastStep: 0, ...data } })
    return true
  }
  catch (error) {
    if (await findStored(database, user))
      return false
    throw error
  }
}

/** Updates if the filter matches: the database compares and writes in one step. Returns whether it did. */
async function updateIf(database: Database, where: Where, data: Record<string, unknown>): Promise<boolean> {
  return Boolean(await database.updateOne({ collection, where, data, options: { atomic: true } }))
}

function unsealOrExplain(secret: string, user: string): string {
  try {
    return unseal(secret, user)
  }
  catch (cause) {
    throw Object.assign(
      new APIError(
        'Codes of the app cannot be checked: PAYLOAD_SECRET is another one than when the app was set up. Use a recovery code, or let an administrator remove the second factor.',
        500,
        null,
        true,
      ),
      { cause },
    )
  }
}
