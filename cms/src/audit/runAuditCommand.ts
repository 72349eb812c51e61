import type { Payload } from 'payload'
import type { Head } from './head.ts'
import type { Command } from './parseCommand.ts'
import { formatHead } from './head.ts'

type Print = Pick<Console, 'error' | 'log'>

/** Runs a command on an open database. Returns the exit code. */
export async function runAuditCommand(
  payload: Payload,
  command: Exclude<Command, { name: 'help' }>,
  print: Print,
): Promise<number> {
  if (command.name === 'verify')
    return await verify(payload, command.head, print)
  const { erasePersonalData } = await import('./erasePersonalData.ts')
  const count = await erasePersonalData(payload, command.erasure)
  print.log(
    `Names, addresses and titles were erased from ${count} ${count === 1 ? 'entry' : 'entries'}. Backups from before this still have them.`,
  )
  return 0
}

async function verify({ db }: Payload, known: Head | undefined, print: Print): Promise<number> {
  const { verifyAuditLog } = await import('./verifyAuditLog.ts')
  const { breaks, sealed, removedTo, unsealed, head } = await verifyAuditLog(db, known)
  for (const sentence of breaks)
    print.error(sentence)
  const about = [
    `Sealed entries: ${sealed}.`,
    ...(removedTo > 0 ? [`Entries up to ${removedTo} were removed as too old.`] : []),
    ...(unsealed > 0 ? [`Not sealed yet: ${unsealed}.`] : []),
    `The head is ${formatHead(head)}`,
  ]
  print.log(about.join(' '))
  print.log(
    breaks.length === 0 ? 'The audit log is intact.' : 'The audit log is NOT intact: see docs/security-audit.md.',
  )
  return breaks.length === 0 ? 0 : 1
}
