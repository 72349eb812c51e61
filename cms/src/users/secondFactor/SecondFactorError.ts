import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { SecondFactorReason } from './SECOND_FACTOR_REASONS.ts'
import { APIError } from 'payload'

/** The second factors that a user can present. */
export interface FactorChoice {
  hasApp: boolean
  /** For a user who has passkeys: any of them replaces a code. */
  passkeyOptions?: PublicKeyCredentialRequestOptionsJSON
}

export interface SecondFactorRefusal extends Partial<FactorChoice> {
  code: SecondFactorReason
}

/** Thrown when the password is right, but a session needs a code. Programs read the reason in `errors[0].data.code`. */
export class SecondFactorError extends APIError<SecondFactorRefusal> {
  // The build shortens the names of classes.
  override name = 'SecondFactorError'

  constructor(code: SecondFactorReason, choice?: FactorChoice) {
    super(MESSAGES[code], 401, { code, ...choice }, true)
  }

  /** Whether a code was judged, which counts as an attempt. */
  get isJudged(): boolean {
    return this.data.code === 'second-factor-wrong'
  }
}

const MESSAGES: Record<SecondFactorReason, string> = {
  'second-factor-required': 'Enter the code from your authenticator app or a recovery code, or use a passkey.',
  'second-factor-wrong':
    'This code is wrong, or was used already. Each works once: enter the one that your app shows now, or another recovery code.',
}
