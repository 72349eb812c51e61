import process from 'node:process'
import { EnvError, readEnv } from '@masthead/shared/env'

/** Ends a misconfigured CMS: Next would go on, and answer every request with the same error. */
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
