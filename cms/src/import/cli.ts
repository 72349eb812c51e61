import type { Payload } from 'payload'
import type { ImportOptions, Outcome } from './importFiles.ts'
import process from 'node:process'
import { hasAuditSecret, NO_AUDIT_SECRET } from '../audit/hasAuditSecret.ts'
import { openPayload } from '../database/openPayload.ts'
import { redactMessage } from '../server/log/redact.ts'
import { parseCommand, USAGE } from './parseCommand.ts'

try {
  process.exitCode = await main()
}
catch (error) {
  // Errors that are no fault of a file (no database, an invalid variable) end in a sentence, not in a stack trace.
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
    if (command.name === 'import')
      return await runImport(payload, command.files, command)
    if (command.name === 'redirects')
      return await runRedirects(payload, command)
    if (command.name === 'enquiries')
      return await runEnquiries(payload, command)
    const { fillDemo } = await import('../demo/fillDemo.ts')
    return await fillDemo(payload, console.log) ? 0 : 1
  }
  finally {
    await payload.destroy()
  }
}

async function runImport(payload: Payload, files: string[], options: ImportOptions): Promise<number> {
  const { importFiles } = await import('./importFiles.ts')
  const { describeOutcome, summary } = await import('./describeOutcome.ts')
  const outcomes: Outcome[] = []
  for await (const outcome of importFiles(payload, files, options)) {
    outcomes.push(outcome)
    console.log(
      files.length > 1
        ? `[${outcomes.length}/${files.length}] ${describeOutcome(outcome, options)}`
        : describeOutcome(outcome, options),
    )
  }
  console.log(summary(outcomes, options))
  return outcomes.every(outcome => 'plan' in outcome) ? 0 : 1
}

async function runEnquiries(
  payload: Payload,
  { action, email }: { action: 'delete' | 'export', email: string },
): Promise<number> {
  const { deleteSenderEnquiries, exportSenderEnquiries } = await import('../enquiries/senderEnquiries.ts')
  if (action === 'delete')
    console.log(`Enquiries of ${email} that were deleted: ${await deleteSenderEnquiries(payload, email)}`)
  else
    console.log(JSON.stringify(await exportSenderEnquiries(payload, email), undefined, 2))
  return 0
}

async function runRedirects(payload: Payload, { file, dryRun }: { file: string, dryRun: boolean }): Promise<number> {
  const { importRedirects } = await import('./importRedirects.ts')
  const { describeRedirects } = await import('./describeRedirects.ts')
  const outcome = await importRedirects(payload, file, { dryRun })
  console.log(describeRedirects(file, outcome, { dryRun }))
  return outcome.problems.length > 0 ? 1 : 0
}
