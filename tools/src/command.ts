import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { EnvError } from '../../shared/src/env.ts'
import { explain } from './explain.mjs'
import { Failure } from './failure.ts'
import { root } from './workspace.ts'

/**
 * Runs a command. `main` gets a signal that Ctrl-C, SIGTERM and the like abort, and returns the exit code.
 *
 * @param options.whenStopped the exit code after an abort
 */
export async function runCommand(
  main: (stop: AbortSignal) => Promise<number>,
  { whenStopped }: { whenStopped: number },
): Promise<void> {
  const stop = listenForStop()
  try {
    if (existsSync(join(root, '.env')))
      process.loadEnvFile(join(root, '.env'))
    const code = await main(stop)
    process.exit(stop.aborted ? whenStopped : code)
  }
  catch (error) {
    if (stop.aborted)
      process.exit(whenStopped)
    console.error(`\n${describe(error)}`)
    process.exit(1)
  }
}

function listenForStop(): AbortSignal {
  const controller = new AbortController()
  let first = 0
  const onSignal = () => {
    // The terminal, npm and run.mjs each deliver the same Ctrl-C.
    if (controller.signal.aborted && Date.now() - first > 1000) {
      console.error('\nKilled.')
      process.exit(1)
    }
    if (controller.signal.aborted)
      return
    first = Date.now()
    console.log('\nStopping (once more to kill) …')
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, onSignal)
  process.once('disconnect', onSignal)
  return controller.signal
}

function describe(error: unknown): string {
  if (error instanceof Failure || error instanceof EnvError)
    return error.message
  if (!(error instanceof Error))
    return String(error)
  const sentence = explain(error.message)
  return sentence ? `${error.message}\n\n${sentence}` : error.stack ?? error.message
}
