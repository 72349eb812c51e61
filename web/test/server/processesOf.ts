import { readFileSync } from 'node:fs'

/** The processes that a process has started. */
export function processesOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}
