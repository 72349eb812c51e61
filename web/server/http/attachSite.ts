import type { Site } from '../createSite'
import { hostname } from 'node:os'
import process from 'node:process'
import { readEnv } from '@masthead/shared/env'
import { createSite } from '../createSite'
import { createRenderer } from '../rendering/createRenderer'
import { provideContext } from '../rendering/provideContext'

/**
 * Composes the site instance of this process and gives it to every request of the framework.
 *
 * @throws {EnvError} if the environment is invalid
 * @throws if the data folder cannot be written to
 */
export function attachSite({ hooks, localFetch }: ReturnType<typeof useNitroApp>): Site {
  const env = readEnv(process.env)
  const site = createSite({
    env,
    instance: instanceName(),
    build: useRuntimeConfig().app.buildId,
    renderer: createRenderer(env),
    localFetch,
  })
  hooks.hook('request', (event) => {
    event.context.site = site
    provideContext(event, { siteUrl: env.siteUrl, cms: site.cms })
  })
  site.enquiries.outbox.open()
  hooks.hook('close', () => site.enquiries.outbox.stop())
  return site
}

/** Returns a name that no other site instance has: there is one for each machine and port. */
function instanceName(): string {
  return `${hostname().replaceAll(/[^\w.-]/g, '-').slice(0, 90)}:${process.env.PORT ?? 3000}`
}
