import process from 'node:process'
import { startChild, untilExit } from './child.ts'
import { runCommand } from './command.ts'
import { readEnvironment } from './environment.ts'
import { install } from './install.ts'
import { lock } from './lock.ts'
import { backupCommand } from './workspace.ts'

await runCommand(async (stop) => {
  const { env, cms } = readEnvironment()
  lock(env.dataDir, `Masthead is running with the data in ${env.dataDir}: stop it first, or choose another DATA_DIR.`)
  await install(stop)
  const { code } = await untilExit(startChild([backupCommand, 'restore', ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd(), env: cms }), stop)
  return code ?? 1
}, { whenStopped: 130 })
