/**
 * Preloaded into the CMS of a test, of which there are dozens on two cores: a password is hashed with a thousandth of
 * the rounds (in production each takes a tenth of a second of a core), and compiled code is kept for the next start,
 * though the process is killed.
 */
import crypto from 'node:crypto'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { cache } from '../../../../tools/src/workspace.ts'

const { pbkdf2 } = crypto
crypto.pbkdf2 = (password, salt, rounds, ...rest) => pbkdf2(password, salt, Math.ceil(rounds / 1000), ...rest)

enableCompileCache(join(cache, 'code'))
setTimeout(flushCompileCache, 10_000).unref()
