import { Prompt } from './Prompt.ts'

export interface ConfirmationQuestion {
  /** The problem with the password that the user entered before. */
  problem: string | undefined
}

/** Asks for the current password, in this tab. */
export const confirmation = new Prompt<ConfirmationQuestion>()
