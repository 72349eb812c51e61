import process from 'node:process'
import { startChild, untilExit } from './child.ts'

/**
 * Runs a command of the CMS in the folder in which the user called npm, which changes into the checkout: the user's
 * paths are relative to that folder.
 */
export async function forUser(args: string[], env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<number> {
  const { code } = await untilExit(startChild(args, { cwd: process.env.INIT_CWD ?? process.cwd(), env }), stop)
  return code ?? 1
}
