import process from 'node:process'
import { EnvError, readEnv } from '@masthead/shared/env'

/** Ends a CMS that is set up wrongly: Next would stay, and answer every request with the same error. */
export function checkEnvironment(): void {
  try {
    readEnv(process.env)
  }
  catch (error) {
    if (!(error instanceof EnvError))
      throw error
    console.error(error.message)
    process.exit(1)
  }
}
