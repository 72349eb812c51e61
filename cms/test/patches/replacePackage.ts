import { registerHooks } from 'node:module'
import process from 'node:process'

/**
 * For `node --import`: loads from the folder `REPLACEMENT` whatever would be loaded from the folder `REPLACED` (both
 * are URLs).
 */
const { REPLACED = '', REPLACEMENT = '' } = process.env

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return resolved.url.startsWith(REPLACED)
      ? { ...resolved, url: REPLACEMENT + resolved.url.slice(REPLACED.length) }
      : resolved
  },
})
