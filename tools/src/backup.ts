import process from 'node:process'
import { startChild, untilExit } from './child.ts'
import { runCommand } from './command.ts'
import { readEnvironment } from './environment.ts'
import { install } from './install.ts'
import { backupCommand } from './workspace.ts'

await runCommand(async (stop) => {
  const { cms } = readEnvironment()
  await install(stop)
  const { code } = await untilExit(startChild([backupCommand, 'backup', ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd(), env: cms }), stop)
  return code ?? 1
}, { whenStopped: 130 })
