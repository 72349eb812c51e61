import type { Passkey } from '@masthead/shared/payload-types'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { PayloadRequest, Where } from 'payload'
import type { Database } from '../secondFactor/Database.ts'
import { Buffer } from 'node:buffer'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { createChallenge, useChallenge } from './challenge.ts'
import { relyingParty } from './relyingParty.ts'

/** Returns the passkeys of a user, oldest first. */
export async function findPasskeys(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<Passkey[]> {
  return (await database.find<Passkey>({ collection, where: of(user), sort: 'addedAt', pagination: false, req })).docs
}

/** Returns the options with which a browser creates a passkey for a user. */
export async function registrationOptions(
  database: Database,
  user: { id: number | string, email: string, name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await findPasskeys(database, user.id)
  return generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: `Masthead ${relyingParty.id}`,
    userID: new Uint8Array(Buffer.from(handleOf(user.id), 'base64url')),
    userName: user.email,
    userDisplayName: user.name,
    challenge: createChallenge(registrationOf(user.id)),
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/** Stores a passkey that a browser has created. Returns false if the response is invalid. */
export async function addPasskey(
  database: Database,
  user: number | string,
  name: string,
  response: RegistrationResponseJSON,
): Promise<boolean> {
  const verified = await verify(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge => useChallenge(database, challenge, registrationOf(user)),
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: false,
    }),
  )
  const credential = verified?.registrationInfo?.credential
  if (!credential || await findByCredential(database, credential.id))
    return false
  const data = {
    user: String(user),
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    name,
    addedAt: new Date().toISOString(),
  }
  await database.create({ collection, data })
  return true
}

/** Returns the options with which a browser signs in with a passkey alone, of any user. */
export function signInOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: relyingParty.id,
    challenge: createChallenge(SIGN_IN),
    userVerification: 'required',
  })
}

/**
 * Returns the options with which a browser uses a user's passkey after the password; undefined if the user has none.
 */
export async function factorOptions(
  database: Database,
  user: number | string,
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const known = await findPasskeys(database, user)
  return known.length === 0
    ? undefined
    : generateAuthenticationOptions({
        rpID: relyingParty.id,
        challenge: createChallenge(factorOf(user)),
        allowCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
        userVerification: 'discouraged',
      })
}

/**
 * Returns the passkey that signed a sign-in without a password and has verified its user; undefined if the response is
 * invalid.
 */
export async function usePasskeyAlone(
  database: Database,
  response: AuthenticationResponseJSON,
): Promise<Passkey | undefined> {
  const passkey = await use(database, response, SIGN_IN, { requireUserVerification: true })
  const { userHandle } = response.response
  return userHandle === undefined || userHandle === (passkey && handleOf(passkey.user)) ? passkey : undefined
}

/** Returns whether a passkey of this user has signed, after the password. */
export async function usePasskeyAsFactor(
  database: Database,
  user: number | string,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  return await use(database, response, factorOf(user), { requireUserVerification: false, user: String(user) })
    !== undefined
}

/** Removes a passkey. Returns whether it existed. */
export async function removePasskey(database: Database, user: number | string, id: string): Promise<boolean> {
  const passkeys = await findPasskeys(database, user)
  if (!passkeys.some(passkey => String(passkey.id) === id))
    return false
  await database.deleteMany({ collection, where: { and: [of(user), { id: { equals: id } }] } })
  return true
}

export async function removePasskeys(
  database: Database,
  user: number | string,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  await database.deleteMany({ collection, where: of(user), req })
}

interface UseOptions {
  requireUserVerification: boolean
  /** The user who must own the passkey. */
  user?: string
}

async function use(
  database: Database,
  response: AuthenticationResponseJSON,
  purpose: string,
  { requireUserVerification, user }: UseOptions,
): Promise<Passkey | undefined> {
  const passkey = await findByCredential(database, response.id)
  if (!passkey || (user !== undefined && passkey.user !== user))
    return undefined
  const { counter, credentialId, publicKey } = passkey
  const verified = await verify(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge => useChallenge(database, challenge, purpose),
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification,
    }),
  )
  if (!verified?.verified)
    return undefined
  // If two requests use one counter at the same time, one of them is a copy.
  const used = await database.updateOne({
    collection,
    where: { and: [{ credentialId: { equals: credentialId } }, { counter: { equals: counter } }] },
    data: { counter: verified.authenticationInfo.newCounter, lastUsedAt: new Date().toISOString() },
    options: { atomic: true },
  })
  return used ? passkey : undefined
}

const collection = 'passkeys'

/** The purposes of challenges: a response for one is invalid for another. */
const SIGN_IN = 'sign-in'
const registrationOf = (user: number | string) => `registration ${user}`
const factorOf = (user: number | string) => `factor ${user}`

/** Returns the user handle under which the browser stores a passkey, in base64url. */
function handleOf(user: number | string): string {
  return Buffer.from(String(user)).toString('base64url')
}

function of(user: number | string): Where {
  return { user: { equals: String(user) } }
}

async function findByCredential(database: Database, credentialId: string): Promise<Passkey | undefined> {
  return await database.findOne<Passkey>({ collection, where: { credentialId: { equals: credentialId } } }) ?? undefined
}

/** Returns the result; undefined if the library throws. The client learns only that the response is invalid. */
async function verify<Verified>(verifying: () => Promise<Verified>): Promise<Verified | undefined> {
  try {
    return await verifying()
  }
  catch {
    return undefined
  }
}
