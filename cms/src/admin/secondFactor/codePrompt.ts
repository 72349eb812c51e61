import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { Prompt } from '../session/Prompt.ts'

export interface CodeQuestion {
  /** The problem with the code that the user entered before. */
  problem: string | undefined
  hasApp: boolean
  /** For a passkey in place of a code, if the user has one. */
  passkeyOptions: PublicKeyCredentialRequestOptionsJSON | undefined
}

/** Asks, in this tab, for the code of a second factor, or for the response of a passkey as JSON. */
export const codePrompt = new Prompt<CodeQuestion>()
