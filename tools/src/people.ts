import process from 'node:process'
import { runCommand } from './command.ts'
import { readEnvironment } from './environment.ts'
import { forUser } from './forUser.ts'
import { install } from './install.ts'
import { peopleCommand } from './workspace.ts'

await runCommand(async (stop) => {
  const { cms } = readEnvironment()
  await install(stop)
  return forUser([peopleCommand, ...process.argv.slice(2)], cms, stop)
}, { whenStopped: 130 })
