// Says its pid and what it started, then runs until SIGTERM.
import { spawn } from 'node:child_process'
import process from 'node:process'

const grandchild = spawn('sleep', ['60'], { stdio: 'inherit' })
process.on('SIGTERM', () => process.exit(0))
console.log(`${process.pid} ${grandchild.pid}`)
