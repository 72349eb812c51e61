import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/**
 * Lets the browser ask the user for a passkey.
 * @throws {Error} with a sentence for the user if the browser gives no response
 */
export async function askPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON> {
  return explain(() => startAuthentication({ optionsJSON }))
}

/**
 * Lets the browser create a passkey.
 * @throws {Error} with a sentence for the user if the browser created none
 */
export async function makePasskey(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  return explain(() => startRegistration({ optionsJSON }))
}

async function explain<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  }
  catch (cause) {
    throw new Error(sentenceOf(cause), { cause })
  }
}

function sentenceOf(cause: unknown): string {
  const code = cause instanceof WebAuthnError ? cause.code : undefined
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'This device has a passkey for your account already.'
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID' || typeof PublicKeyCredential === 'undefined')
    return 'Your browser takes no passkeys on this page. Open the admin at its own address, over https.'
  return 'The browser gave no passkey. Try again.'
}
