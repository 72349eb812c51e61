import { parseArgs } from 'node:util'

export type Command
  = | { name: 'import', files: string[], publish: boolean, overwrite: boolean, dryRun: boolean }
    | { name: 'redirects', file: string, dryRun: boolean }
    | { name: 'enquiries', action: 'delete' | 'export', email: string }
    | { name: 'demo' }
    | { name: 'help', problem?: string }

export const USAGE = `Usage:
  content import FILE… [--publish] [--overwrite] [--dry-run]
  content redirects FILE.csv [--dry-run]
  content enquiries export|delete ADDRESS
  content demo

import         Imports articles, each from a Markdown file (docs/article-format.md). It updates those that exist already
               and leaves unchanged ones alone.
  --publish    publishes the articles with their tables and cards; without it they are saved as drafts
  --overwrite  also replaces changes that were made in the admin since the last import
  --dry-run    only says what would be done
redirects      Imports redirects from a table with the columns from, to and status (docs/marketing.md).
enquiries      Exports the enquiries from one e-mail address as JSON, or deletes them.
demo           Fills a new database with the demo articles, once.`

export function parseCommand(args: string[]): Command {
  try {
    const { values, positionals: [name, ...files] } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'publish': { type: 'boolean', default: false },
        'overwrite': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        'help': { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help)
      return { name: 'help' }
    if (name === 'demo' && files.length === 0)
      return { name }
    if (name === 'import' && files.length > 0)
      return { name, files, publish: values.publish, overwrite: values.overwrite, dryRun: values['dry-run'] }
    if (name === 'redirects' && files.length === 1)
      return { name, file: files[0]!, dryRun: values['dry-run'] }
    const [action, email] = files
    if (
      name === 'enquiries' && (action === 'export' || action === 'delete') && email?.includes('@') && files.length === 2
    )
      return { name, action, email }
    return { name: 'help', problem: MISSING[name ?? ''] ?? `There is no command “${[name, ...files].join(' ')}”.` }
  }
  catch (error) {
    // Only `parseArgs` throws here, and it names the option that it does not know.
    return { name: 'help', problem: (error as Error).message }
  }
}

const MISSING: Record<string, string | undefined> = {
  '': 'Say what to do.',
  'import': 'Say which files to import.',
  'redirects': 'Say which one file to import.',
  'enquiries': 'Say what to do with the enquiries of which e-mail address: enquiries export ines@example.com.',
}
