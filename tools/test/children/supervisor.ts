// Supervises the program that it is given, as `npm start` does.
import process from 'node:process'
import { startChild } from '../../src/child.ts'
import { runCommand } from '../../src/command.ts'
import { supervise } from '../../src/supervise.ts'

await runCommand(async (stop) => {
  await supervise('The child', () => startChild(process.argv.slice(2), { cwd: '.', env: process.env, onLine: line => console.log(line) }), stop)
  return 0
}, { whenStopped: 0 })
