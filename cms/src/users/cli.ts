import process from 'node:process'
import { hasAuditSecret, NO_AUDIT_SECRET } from '../audit/hasAuditSecret.ts'
import { openPayload } from '../database/openPayload.ts'
import { redactMessage } from '../server/log/redact.ts'
import { parseCommand, USAGE } from './parseCommand.ts'

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
    const { resetFactors } = await import('./secondFactor/resetFactors.ts')
    const removed = await resetFactors(payload, command.email)
    if (!removed) {
      console.error(`There is no account ${command.email}.`)
      return 1
    }
    console.log(
      `${command.email}: ${removed.hadApp ? 'the authenticator app and its recovery codes were removed' : 'there was no authenticator app'}, ${count(removed.passkeys, 'passkey')} removed, ${count(removed.sessions, 'session')} ended. Sign in with the password, and set up a second factor again.`,
    )
    return 0
  }
  finally {
    await payload.destroy()
  }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
