import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import process from 'node:process'
import { readEnv } from '@masthead/shared/env'

/** The validated environment of this process. */
export const env = readEnv(process.env)

/**
 * The secret that signs sessions. A process that serves no requests (a build, type generation) may use a random,
 * temporary one.
 */
export const payloadSecret = env.payloadSecret ?? randomBytes(32).toString('hex')

/** The service keys that the site may show. During a change of the key, the previous one is valid too. */
export const serviceKeys = [env.serviceKey, env.serviceKeyPrevious].filter(key => key !== undefined)

/** The folder of uploaded pictures, unless they are in a bucket. */
export const picturesFolder = resolve(env.dataDir, 'media')
