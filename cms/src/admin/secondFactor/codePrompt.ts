import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { Prompt } from '../session/Prompt.ts'

export interface CodeQuestion {
  /** What was wrong with the code that was entered before. */
  problem: string | undefined
  hasApp: boolean
  /** For a passkey in place of a code, if the user has one. */
  passkeyOptions: PublicKeyCredentialRequestOptionsJSON | undefined
}

/** Where this tab asks for the code of a second factor, or for the answer of a passkey as JSON. */
export const codePrompt = new Prompt<CodeQuestion>()
