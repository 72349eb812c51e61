import type { Payload } from 'payload'
import process from 'node:process'
import { hasAuditSecret, NO_AUDIT_SECRET } from '../audit/hasAuditSecret.ts'
import { openPayload } from '../database/openPayload.ts'
import { redactMessage } from '../server/log/redact.ts'

/**
 * Runs a command of the CMS on its database, and sets the exit code: 2 with the usage for a command line that is wrong,
 * 1 with a sentence for an error, else what the command returns.
 */
export async function runCli<Command extends { name: string }>({ parse, usage, run }: Cli<Command>): Promise<void> {
  try {
    const command = parse(process.argv.slice(2))
    process.exitCode = isHelp(command)
      ? printUsage(usage, command)
      : await runWithPayload(payload => run(payload, command))
  }
  catch (error) {
    console.error(redactMessage(error))
    process.exitCode = 1
  }
}

interface Cli<Command> {
  parse: (args: string[]) => Command | Help
  usage: string
  /** Returns the exit code. */
  run: (payload: Payload, command: Command) => Promise<number>
}

/** A request for the usage; `problem` says what is wrong with the command line. */
interface Help {
  name: 'help'
  problem?: string
}

function isHelp(command: { name: string }): command is Help {
  return command.name === 'help'
}

function printUsage(usage: string, { problem }: Help): number {
  if (problem)
    console.error(`${problem}\n`)
  console.log(usage)
  return problem ? 2 : 0
}

async function runWithPayload(run: (payload: Payload) => Promise<number>): Promise<number> {
  if (!hasAuditSecret)
    throw new Error(NO_AUDIT_SECRET)
  const payload = await openPayload(console.error)
  try {
    return await run(payload)
  }
  finally {
    await payload.destroy()
  }
}
