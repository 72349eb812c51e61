import { Secret, TOTP } from 'otpauth'

/** Returns a new secret to share with an authenticator app: 160 random bits in base32. */
export function createSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** Returns the URI that an authenticator app reads from a QR code. */
export function keyUri(secret: string, label: { issuer: string, account: string }): string {
  return new TOTP({ ...PARAMETERS, issuer: label.issuer, label: label.account, secret }).toString()
}

/** Returns the time step of a code; undefined if it belongs neither to the last step, nor this one, nor the next. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  // The library fails at other lengths.
  if (!/^\d{6}$/.test(code))
    return undefined
  const totp = new TOTP({ ...PARAMETERS, secret })
  const timestamp = now.getTime()
  const drift = totp.validate({ token: code, timestamp, window: MAX_DRIFT_STEPS })
  return drift === null ? undefined : totp.counter({ timestamp }) + drift
}

/** The only parameters that all authenticator apps understand. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 }

const MAX_DRIFT_STEPS = 1
