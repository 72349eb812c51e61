import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fingerprint, makeOnce } from './fingerprint.ts'
import { runStep } from './step.ts'
import { root } from './workspace.ts'

/** Builds the CMS and the site for production, each only if its sources changed. */
export async function build(stop: AbortSignal): Promise<void> {
  await Promise.all([buildCms(stop), buildWeb(stop)])
}

export const cmsServer = join(root, 'cms/.next/standalone/cms/server.js')
export const webServer = join(root, 'web/.output/server/index.mjs')

const COMMON = ['pnpm-lock.yaml', 'patches', 'tsconfig.base.json', 'shared']

async function buildCms(stop: AbortSignal): Promise<void> {
  const cms = join(root, 'cms')
  const stamp = join(cms, '.next/.built')
  // A missing stamp means that the last build was killed, and may have left a broken cache.
  if (!existsSync(stamp))
    rmSync(join(cms, '.next/cache'), { recursive: true, force: true })

  await makeOnce(stamp, fingerprint([...COMMON, 'cms']), async () => {
    await runStep(
      'Building the CMS',
      ['node_modules/next/dist/bin/next', 'build'],
      { cwd: cms, env: production() },
      stop,
    )
    // Next leaves these two folders out of its standalone output, because it expects a CDN to serve them.
    cpSync(join(cms, '.next/static'), join(cms, '.next/standalone/cms/.next/static'), { recursive: true })
    if (existsSync(join(cms, 'public')))
      cpSync(join(cms, 'public'), join(cms, '.next/standalone/cms/public'), { recursive: true })
  })
}

async function buildWeb(stop: AbortSignal): Promise<void> {
  const web = join(root, 'web')
  await makeOnce(
    join(web, '.output/.built'),
    fingerprint([...COMMON, 'web']),
    () =>
      runStep('Building the site', ['node_modules/nuxt/bin/nuxt.mjs', 'build'], { cwd: web, env: production() }, stop),
  )
}

function production(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' }
}
