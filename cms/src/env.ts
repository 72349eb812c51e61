import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import process from 'node:process'
import { readEnv } from '@masthead/shared/env'

/** The environment of this process, checked once. */
export const env = readEnv(process.env)

/** The secret that signs sessions; a process that serves nobody (a build, the making of types) may do with a passing one. */
export const payloadSecret = env.payloadSecret ?? randomBytes(32).toString('hex')

/** What the web may show: while the key is changed, the one before as well. */
export const serviceKeys = [env.serviceKey, env.serviceKeyPrevious].filter(key => key !== undefined)

/** Where pictures are kept, unless they are in a bucket. */
export const picturesFolder = resolve(env.dataDir, 'media')
