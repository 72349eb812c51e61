import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { webServer } from '../../../../tools/src/build.ts'
import { startChild } from '../../../../tools/src/child.ts'
import { freePort, SERVICE_KEY } from '../../integration/harness/cms.ts'

export interface Web {
  url: string
  /** Where it keeps its pages. */
  pagesDir: string
  pid: number
  /** What it has written on its standard output and error. */
  output: string[]
  /** Waits until the web has followed every change that there is, and knows the redirects. */
  caughtUp: () => Promise<void>
  /** Ends the process at once; what is on its disk stays. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the built web in production mode, on a free port, in front of a CMS. With an empty `SERVICE_KEY` it keeps
 * nothing: each of its pages is rendered afresh.
 */
export async function startWeb(
  cmsUrl: string,
  environment: Record<string, string> = {},
  options: string[] = [],
): Promise<Web> {
  if (!existsSync(webServer)) {
    throw new Error(
      'The web is not built: run `pnpm --filter @masthead/web build` first. (`npm test` does it by itself.)',
    )
  }
  const port = environment.PORT ?? String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const output: string[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-web-'))
  const child = startChild([webServer, ...options], {
    cwd: dirname(webServer),
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      CMS_URL: cmsUrl,
      SITE_URL: url,
      SERVICE_KEY,
      DATA_DIR: dataDir,
      ...environment,
    },
    onLine: line => output.push(line),
  })
  const stop = async () => {
    await kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const kill = async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      return
    const exited = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await exited
  }
  const deadline = Date.now() + 30_000
  while (!await fetch(`${url}/healthz`).then(answer => answer.ok, () => false)) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop()
      throw new Error(`The web did not get ready:\n${output.join('\n')}`)
    }
    await sleep(30)
  }
  return {
    url,
    pagesDir: join(environment.DATA_DIR ?? dataDir, 'pages'),
    pid: child.pid!,
    output,
    kill,
    stop,
    caughtUp: () => caughtUp(url, cmsUrl),
  }
}

async function caughtUp(webUrl: string, cmsUrl: string): Promise<void> {
  const headers = { authorization: `Bearer ${SERVICE_KEY}` }
  const { last } = await fetch(`${cmsUrl}/api/changes`, { headers }).then(answer => answer.json()) as { last: number }
  for (let tries = 0; tries < 500; tries++) {
    const { followed, addressesKnown } = await fetch(`${webUrl}/readyz`).then(answer => answer.json()) as {
      followed?: number
      addressesKnown?: boolean
    }
    if (followed !== undefined && followed >= last && addressesKnown)
      return
    await sleep(10)
  }
  throw new Error(`The web has not followed change ${last}.`)
}
