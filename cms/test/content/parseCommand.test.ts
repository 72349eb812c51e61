import { expect, it } from 'vitest'
import { parseCommand } from '../../src/content/parseCommand.ts'

it('knows the import of redirects', () => {
  expect(parseCommand(['redirects', 'a.csv', '--dry-run'])).toEqual({ name: 'redirects', file: 'a.csv', dryRun: true })
})

it.each([
  [[], 'Say what to do.'],
  [['import'], 'Say which files to import.'],
  [['redirects'], 'Say which one file to import.'],
  [['redirects', 'a.csv', 'b.csv'], 'Say which one file to import.'],
  [['export', 'a'], 'There is no command “export a”.'],
])('says what is missing in %j', (args, problem) => {
  expect(parseCommand(args)).toEqual({ name: 'help', problem })
})
