import process from 'node:process'
import { runCommand } from './command.ts'
import { readEnvironment } from './environment.ts'
import { forUser } from './forUser.ts'
import { install } from './install.ts'
import { auditCommand } from './workspace.ts'

await runCommand(async (stop) => {
  const { cms } = readEnvironment()
  await install(stop)
  return forUser([auditCommand, ...process.argv.slice(2)], cms, stop)
}, { whenStopped: 130 })
