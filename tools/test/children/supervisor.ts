// Supervises the program that it is given, as `npm start` does.
import process from 'node:process'
import { startChild } from '../../src/child.ts'
import { runCommand } from '../../src/command.ts'
import { supervise } from '../../src/supervise.ts'

const [health, ...program] = process.argv.slice(2)

await runCommand(async (stop) => {
  await supervise({
    name: 'The child',
    start: () => startChild(program, { cwd: '.', env: process.env, onLine: line => console.log(line) }),
    health: health!,
  }, stop)
  return 0
}, { whenStopped: 0 })
