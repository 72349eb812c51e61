import nodeProcess from 'node:process'
import { Worker } from 'node:worker_threads'

/** Exits together with the parent process, even if that was killed or this one loops: a thread watches the parent. */
export function exitWithParent(): void {
  nodeProcess.on('disconnect', () => nodeProcess.exit())
  new Worker(WATCH, { eval: true, execArgv: [], workerData: nodeProcess.ppid }).unref()
}

/** The source is text, since each bundler treats worker files differently. */
const WATCH = `
const { workerData: parent } = require('node:worker_threads')
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 500)
`
