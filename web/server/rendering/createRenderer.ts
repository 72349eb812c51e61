import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { availableParallelism, setPriority } from 'node:os'
import { dirname } from 'node:path'
import nodeProcess from 'node:process'
import { RENDER_OPTION } from './isRenderProcess'
import { RenderPool } from './RenderPool'
import { RenderProcess } from './RenderProcess'

/** Returns the pool that renders every page of this site instance. It starts processes when they are needed. */
export function createRenderer({ siteUrl }: { siteUrl: string }): RenderPool {
  return new RenderPool({ start: () => startProcess(siteUrl), size: Math.max(2, Math.min(4, availableParallelism())) })
}

/** The process gets no key, no data folder and no address of the CMS. */
function startProcess(siteUrl: string): RenderProcess {
  // Node checks permissions by real paths.
  const server = realpathSync(nodeProcess.argv[1]!)
  const child = fork(server, [RENDER_OPTION], {
    execArgv: ['--max-old-space-size=256', ...permissionsFor(dirname(server))],
    env: { NODE_ENV: 'production', SITE_URL: siteUrl, ...(nodeProcess.env.TZ && { TZ: nodeProcess.env.TZ }) },
    serialization: 'advanced',
  })
  if (child.pid !== undefined)
    setPriority(child.pid, NICENESS)
  // The site instance may end while the process runs.
  child.unref()
  child.channel?.unref()
  return new RenderProcess(child, { stepMs: 5000, renderMs: 30_000, memoryBytes: 640 * 1024 ** 2, maxRequests: 1000 })
}

/**
 * The process may read its own code and start a thread (`exitWithParent`). A Node without permissions does not restrict
 * it.
 */
function permissionsFor(folder: string): string[] {
  return nodeProcess.allowedNodeEnvironmentFlags.has('--permission')
    ? ['--permission', `--allow-fs-read=${folder}`, '--allow-worker', '--disable-warning=PERM0006']
    : []
}

/** Cached pages come before those that are rendered. */
const NICENESS = 2
