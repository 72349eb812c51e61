import type { Environment } from './environment.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { build, cmsServer, webServer } from './build.ts'
import { startChild } from './child.ts'
import { runCommand } from './command.ts'
import { importDemo } from './demo.ts'
import { readEnvironment } from './environment.ts'
import { Failure } from './failure.ts'
import { install } from './install.ts'
import { lock } from './lock.ts'
import { requireFreePort } from './port.ts'
import { untilReady } from './ready.ts'
import { supervise } from './supervise.ts'
import { cache, root } from './workspace.ts'

await runCommand(async (stop) => {
  const webOptions = readOptions(process.argv.slice(2))
  const environment = readEnvironment()
  const { env } = environment
  lock(
    env.dataDir,
    `Masthead is running already with the data in ${env.dataDir}: stop it first, or choose another DATA_DIR.`,
  )
  lock(cache, `Masthead is running already from ${root}: stop it first, or use another checkout.`)
  await requireFreePort(env.webPort, 'WEB_PORT')
  await requireFreePort(env.cmsPort, 'CMS_PORT')

  await install(stop)
  await build(stop)
  await importDemo(environment, stop)
  await serve(environment, webOptions, stop)
  return 0
}, { whenStopped: 0 })

/** Returns the options that are passed on to the site. */
function readOptions(options: string[]): string[] {
  const unknown = options.find(option => option !== '--warm')
  if (unknown !== undefined)
    throw new Failure(`npm start has one option, --warm, which renders all pages ahead: leave "${unknown}" out.`)
  return options
}

async function serve({ env, cms, web }: Environment, webOptions: string[], stop: AbortSignal): Promise<void> {
  const failed = new AbortController()
  const end = AbortSignal.any([stop, failed.signal])
  const cmsReady = untilReady('The CMS', env.cmsPort, end)
  const services = [
    supervise({
      name: 'The CMS',
      start: () =>
        startChild([cmsServer], {
          cwd: dirname(cmsServer),
          env: { ...cms, NODE_ENV: 'production', PORT: String(env.cmsPort), HOSTNAME: '0.0.0.0' },
          onLine: line => console.log(`cms │ ${line}`),
        }),
      health: healthOf(env.cmsPort),
      isVital: () => !hasCachedPages(env.dataDir),
    }, end),
    webMayBegin(env.dataDir, cmsReady).then(() =>
      supervise({
        name: 'The site',
        start: () =>
          startChild([webServer, ...webOptions], {
            cwd: dirname(webServer),
            env: { ...web, NODE_ENV: 'production', PORT: String(env.webPort), HOST: '0.0.0.0' },
            onLine: line => console.log(`web │ ${line}`),
          }),
        health: healthOf(env.webPort),
      }, end),
    ),
  ]
  const ready = cmsReady
    .then(() => untilReady('The site', env.webPort, end))
    .then(() => console.log(welcome(env)))
  try {
    await Promise.all([ready, ...services])
  }
  catch (error) {
    failed.abort()
    await Promise.allSettled([ready, ...services])
    throw error
  }
}

/**
 * Resolves when the site may start. A site with cached pages serves them while the CMS starts; any other has nothing to
 * serve before.
 */
async function webMayBegin(dataDir: string, cmsReady: Promise<void>): Promise<void> {
  if (!hasCachedPages(dataDir))
    await cmsReady
}

function hasCachedPages(dataDir: string): boolean {
  return existsSync(join(dataDir, 'pages.db'))
}

function healthOf(port: number): string {
  return `http://127.0.0.1:${port}/healthz`
}

function welcome({ siteUrl, cmsUrl, adminEmail, adminPassword, dataDir }: Environment['env']): string {
  return `
Masthead is running (${process.uptime().toFixed(1)} s).

  Site    ${siteUrl}
  Admin   ${cmsUrl}/admin

  Sign in as ${adminEmail} with ${
    adminPassword ? 'your ADMIN_PASSWORD' : 'the password that was printed once, when the account was made'
  }.
  Then open Posts, change one, press Publish, and see it on the site.
  Your content and secrets are in ${dataDir}. Ctrl-C stops everything.
`
}
