import { parseArgs } from 'node:util'
import { normalizeEmail } from './normalizeEmail.ts'

export type Command
  = | { name: 'reset-factors', email: string }
    | { name: 'help', problem?: string }

export const USAGE = `Usage:
  people reset-factors EMAIL

reset-factors  Removes the authenticator app, the recovery codes and all passkeys of an account, and ends its sessions: for
               an administrator who has lost them all, if no other administrator can help. The password stays as it is.`

export function parseCommand(args: string[]): Command {
  try {
    const { values, positionals: [name, ...rest] } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    })
    if (values.help)
      return { name: 'help' }
    if (name !== 'reset-factors')
      return { name: 'help', problem: `There is no command “${[name, ...rest].join(' ')}”.` }
    const email = normalizeEmail(rest[0])
    return rest.length === 1 && email.includes('@')
      ? { name, email }
      : { name: 'help', problem: 'Give the e-mail address of one account.' }
  }
  catch (error) {
    // `parseArgs` names the option that it does not know.
    return { name: 'help', problem: (error as Error).message }
  }
}
