import { readFileSync } from 'node:fs'

/** Returns the state of a process; undefined on a system without `/proc`. */
export function stateOf(pid: number | undefined): { isStopped: boolean, memoryBytes: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return {
      isStopped: /^State:\s+T/m.test(status),
      memoryBytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024,
    }
  }
  catch {
    return undefined
  }
}
