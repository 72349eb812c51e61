import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'

export interface ChildOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Called for each line of output; without it the output goes straight to the screen. */
  onLine?: (line: string) => void
}

/**
 * Runs Node with these arguments in a process group of its own, so that Ctrl-C reaches it only through this process,
 * and all its children end with it.
 */
export function startChild(args: string[], { cwd, env, onLine }: ChildOptions): ChildProcess {
  const output = onLine ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, ['--import', EXIT_WITH_PARENT, ...args], {
    cwd,
    env: { ...env, EXIT_WITH_PARENT: String(process.pid) },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && onLine)
      createInterface({ input: stream }).on('line', onLine)
  }
  return child
}

/** Waits for a child to end. If `stop` is aborted, ends it. */
export async function untilExit(
  child: ChildProcess,
  stop: AbortSignal,
): Promise<{ code: number | null, signal: NodeJS.Signals | null }> {
  const end = () => endGroup(child)
  stop.addEventListener('abort', end, { once: true })
  if (stop.aborted)
    end()
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  // Descendants of the child would hold its output open.
  child.once('exit', () => killGroup(child, 'SIGKILL'))
  try {
    const [code, signal] = await closed
    return { code, signal }
  }
  finally {
    stop.removeEventListener('abort', end)
  }
}

const EXIT_WITH_PARENT = new URL('exit-with-parent.ts', import.meta.url).href
const GRACE = 5000
const running = new Set<ChildProcess>()

process.on('exit', () => running.forEach(child => killGroup(child, 'SIGKILL')))

function endGroup(child: ChildProcess): void {
  killGroup(child, 'SIGTERM')
  setTimeout(() => {
    if (running.has(child))
      killGroup(child, 'SIGKILL')
  }, GRACE).unref()
}

/** Sends a signal to a child and all its descendants. */
export function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined)
    return
  try {
    process.kill(-pid, signal)
  }
  catch (error) {
    // The group is already gone. (macOS reports EPERM for a group that has only zombies.)
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
  }
}
