import process from 'node:process'
import { runCommand } from './command.ts'
import { readEnvironment } from './environment.ts'
import { forUser } from './forUser.ts'
import { install } from './install.ts'
import { lock } from './lock.ts'
import { backupCommand } from './workspace.ts'

await runCommand(async (stop) => {
  const { env, cms } = readEnvironment()
  lock(env.dataDir, `Masthead is running with the data in ${env.dataDir}: stop it first, or choose another DATA_DIR.`)
  await install(stop)
  return forUser([backupCommand, 'restore', ...process.argv.slice(2)], cms, stop)
}, { whenStopped: 130 })
