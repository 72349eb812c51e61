import { attachSite } from '../http/attachSite'

/**
 * Composes the site instance in development, where the framework has a server of its own. In production, `serve` does.
 */
export default defineNitroPlugin((nitro) => {
  if (import.meta.dev)
    attachSite(nitro)
})
