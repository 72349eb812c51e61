import process from 'node:process'
import { bench } from '../../web/bench/bench.ts'
import { build } from './build.ts'
import { runCommand } from './command.ts'
import { install } from './install.ts'

await runCommand(async (stop) => {
  await install(stop)
  await build(stop)
  await bench(process.argv[2])
  return 0
}, { whenStopped: 130 })
