import process from 'node:process'
import { startChild, untilExit } from './child.ts'

/**
 * Runs a command of the CMS where the user called npm, which changes into the checkout: the paths that the user gave are
 * relative to that.
 */
export async function forUser(args: string[], env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<number> {
  const { code } = await untilExit(startChild(args, { cwd: process.env.INIT_CWD ?? process.cwd(), env }), stop)
  return code ?? 1
}
