import process from 'node:process'
import { readEnv } from '@masthead/shared/env'

/** The environment of this process, checked once, when the server starts. */
export const env = readEnv(process.env)
