import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { availableParallelism, setPriority } from 'node:os'
import { dirname } from 'node:path'
import nodeProcess from 'node:process'
import { env } from '../env'
import { RENDER_OPTION } from './isRenderProcess'
import { RenderPool } from './RenderPool'
import { RenderProcess } from './RenderProcess'

/** Renders every page of this web. */
export const renderer = new RenderPool({ start, size: Math.max(2, Math.min(4, availableParallelism())) })

/** It gets no key, no data folder and no address of the CMS. */
function start(): RenderProcess {
  // What Node may read it judges by real paths.
  const server = realpathSync(nodeProcess.argv[1]!)
  const child = fork(server, [RENDER_OPTION], {
    execArgv: ['--max-old-space-size=256', ...permissionsFor(dirname(server))],
    env: { NODE_ENV: 'production', SITE_URL: env.siteUrl, ...(nodeProcess.env.TZ && { TZ: nodeProcess.env.TZ }) },
    serialization: 'advanced',
  })
  if (child.pid !== undefined)
    setPriority(child.pid, NICENESS)
  // It keeps no web running.
  child.unref()
  child.channel?.unref()
  return new RenderProcess(child, { stepMs: 5000, renderMs: 30_000, memoryBytes: 640 * 1024 ** 2, mostQuestions: 1000 })
}

/** It reads its own code, and starts a thread (`endWithParent`); where Node cannot hold it to that yet, nothing does. */
function permissionsFor(folder: string): string[] {
  return nodeProcess.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', `--allow-fs-read=${folder}`, '--allow-worker', '--disable-warning=PERM0006'] : []
}

/** Kept pages come before those that are rendered. */
const NICENESS = 2
