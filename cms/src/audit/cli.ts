import process from 'node:process'
import { openPayload } from '../database/openPayload.ts'
import { redactMessage } from '../server/log/redact.ts'
import { hasAuditSecret, NO_AUDIT_SECRET } from './hasAuditSecret.ts'
import { parseCommand, USAGE } from './parseCommand.ts'
import { runAuditCommand } from './runAuditCommand.ts'

try {
  process.exitCode = await main()
}
catch (error) {
  console.error(redactMessage(error))
  process.exitCode = 1
}

async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2))
  if (command.name === 'help') {
    if (command.problem)
      console.error(`${command.problem}\n`)
    console.log(USAGE)
    return command.problem ? 2 : 0
  }
  if (!hasAuditSecret)
    throw new Error(NO_AUDIT_SECRET)
  const payload = await openPayload(console.error)
  try {
    return await runAuditCommand(payload, command, console)
  }
  finally {
    await payload.destroy()
  }
}
