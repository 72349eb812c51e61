// Says its pid and what it started, then answers on a port until SIGTERM, and says each time that it did.
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import process from 'node:process'

const grandchild = spawn('sleep', ['60'], { stdio: 'inherit' })
process.on('SIGTERM', () => process.exit(0))
createServer((_, response) => response.end('ok', () => console.log('answered'))).listen(
  Number(process.argv[2]),
  '127.0.0.1',
  () => console.log(`${process.pid} ${grandchild.pid}`),
)
