import nodeProcess from 'node:process'
import { Worker } from 'node:worker_threads'

/** Ends this process with the one that started it, though that was killed, and though this one is in a loop: a thread of its own watches. */
export function exitWithParent(): void {
  nodeProcess.on('disconnect', () => nodeProcess.exit())
  new Worker(WATCH, { eval: true, execArgv: [], workerData: nodeProcess.ppid }).unref()
}

/** As text: bundlers would make a file of its own of it, each in another way. */
const WATCH = `
const { workerData: parent } = require('node:worker_threads')
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 500)
`
