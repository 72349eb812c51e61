import process from 'node:process'
import { startChild, untilExit } from './child.ts'
import { runCommand } from './command.ts'
import { contentCommand } from './demo.ts'
import { readEnvironment } from './environment.ts'
import { install } from './install.ts'

await runCommand(async (stop) => {
  const { cms } = readEnvironment()
  await install(stop)
  // npm changes into the checkout; the user's paths are relative to where npm was called.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code } = await untilExit(startChild([contentCommand, ...process.argv.slice(2)], { cwd, env: cms }), stop)
  return code ?? 1
}, { whenStopped: 130 })
