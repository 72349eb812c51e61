// Measures how long the event loop of a server stands still, and writes the longest pause to a file as JSON, in
// milliseconds: by the clock, and by the time of the processor that its thread took, which does not count the turns of
// other programs. The measure begins again when the file is removed.
import { existsSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'

const file = process.env.EVENT_LOOP_FILE
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

let busyMs = 0
let before = process.threadCpuUsage()
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before)
  busyMs = Math.max(busyMs, (user + system) / 1000)
  before = process.threadCpuUsage()
}, 1).unref()

setInterval(() => {
  if (!existsSync(file)) {
    delay.reset()
    busyMs = 0
  }
  writeFileSync(file, JSON.stringify({ pauseMs: delay.max / 1e6, busyMs }))
}, 50).unref()
