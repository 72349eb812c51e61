import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import * as v from 'valibot'

/** Returns a browser’s response to a registration, or undefined if it has another form. */
export function readRegistration(value: unknown): RegistrationResponseJSON | undefined {
  const { success, output } = v.safeParse(Registration, value)
  return success ? { ...output, clientExtensionResults: {} } : undefined
}

/** Returns a browser’s response to a sign-in, or undefined if it has another form. */
export function readAuthentication(value: unknown): AuthenticationResponseJSON | undefined {
  const { success, output } = v.safeParse(Authentication, value)
  return success ? { ...output, clientExtensionResults: {} } : undefined
}

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(20_000))

const credential = { id: base64url, rawId: base64url, type: v.literal('public-key') }

const Registration = v.object({
  ...credential,
  response: v.object({ clientDataJSON: base64url, attestationObject: base64url }),
})

const Authentication = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: v.optional(base64url),
  }),
})
