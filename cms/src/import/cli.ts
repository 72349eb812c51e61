import type { Payload } from 'payload'
import type { ImportOptions, Outcome } from './importFiles.ts'
import { runCli } from '../cli/runCli.ts'
import { parseCommand, USAGE } from './parseCommand.ts'

await runCli({
  parse: parseCommand,
  usage: USAGE,
  async run(payload, command) {
    if (command.name === 'import')
      return runImport(payload, command.files, command)
    if (command.name === 'redirects')
      return runRedirects(payload, command)
    if (command.name === 'enquiries')
      return runEnquiries(payload, command)
    const { fillDemo } = await import('../demo/fillDemo.ts')
    return await fillDemo(payload, console.log) ? 0 : 1
  },
})

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
