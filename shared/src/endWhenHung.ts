import { Worker } from 'node:worker_threads'

/**
 * Kills this process once its event loop has stood still for a time, so that its supervisor starts it again. A thread
 * watches, because the event loop would run no other code. The thread counts only seconds in which it ran itself, so a
 * pause of the whole machine kills no process.
 *
 * @param seconds without a turn of the event loop
 */
export function endWhenHung(seconds = 10): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  setInterval(() => Atomics.add(beats, 0, 1), 250).unref()
  new Worker(WATCH, { eval: true, execArgv: [], workerData: { beats, seconds } }).unref()
}

/**
 * Code as text, because each bundler would emit a file differently. It writes to the log without the hung event loop.
 */
const WATCH = `
const { writeSync } = require('node:fs')
const { workerData: { beats, seconds } } = require('node:worker_threads')
let last
let silent = 0
setInterval(() => {
  const now = Atomics.load(beats, 0)
  silent = now === last ? silent + 1 : 0
  last = now
  if (silent < seconds)
    return
  writeSync(2, 'This process did not get on for ' + seconds + ' s and is ended.\\n')
  process.kill(process.pid, 'SIGKILL')
}, 1000)
`
