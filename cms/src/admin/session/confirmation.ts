import { Prompt } from './Prompt.ts'

export interface ConfirmationQuestion {
  /** What was wrong with the password that was entered before. */
  problem: string | undefined
}

/** Where this tab asks for the current password. */
export const confirmation = new Prompt<ConfirmationQuestion>()
