import { Worker } from 'node:worker_threads'

/**
 * Ends this process by force once its event loop has stood still for a time, so that its supervisor starts it again. A
 * thread watches, because nothing else in the process would be called any more. It counts only seconds in which it ran
 * itself, so a pause of the whole machine ends no process.
 */
export function endWhenHung(seconds = 10): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  setInterval(() => Atomics.add(beats, 0, 1), 250).unref()
  new Worker(WATCH, { eval: true, execArgv: [], workerData: { beats, seconds } }).unref()
}

/** As text, because each bundler would make another file of it. It writes to the log past the loop that hangs. */
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
