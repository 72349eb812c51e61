import { expect, it } from 'vitest'
import { parseCommand } from '../../src/import/parseCommand.ts'

it.each([
  [['import', 'a.md', '--publish'], {
    name: 'import',
    files: ['a.md'],
    publish: true,
    overwrite: false,
    dryRun: false,
  }],
  [['import', '--dry-run', 'a.md', 'b.md'], { name: 'import', files: ['a.md', 'b.md'], dryRun: true }],
  [['redirects', 'a.csv', '--dry-run'], { name: 'redirects', file: 'a.csv', dryRun: true }],
  [['enquiries', 'export', 'ines@example.com'], { name: 'enquiries', action: 'export', email: 'ines@example.com' }],
  [['enquiries', 'delete', 'ines@example.com'], { name: 'enquiries', action: 'delete' }],
  [['enquiries', 'delete'], { name: 'help', problem: expect.stringContaining('which e-mail address') }],
  [['enquiries', 'erase', 'ines@example.com'], { name: 'help' }],
  [['demo'], { name: 'demo' }],
  [['--help'], { name: 'help' }],
  [[], { name: 'help', problem: 'Say what to do.' }],
  [['import'], { name: 'help', problem: 'Say which files to import.' }],
  [['redirects'], { name: 'help', problem: 'Say which one file to import.' }],
  [['redirects', 'a.csv', 'b.csv'], { name: 'help', problem: 'Say which one file to import.' }],
  [['imprt', 'a.md'], { name: 'help', problem: 'There is no command “imprt a.md”.' }],
])('reads the command %j', (args, command) => {
  expect(parseCommand(args)).toMatchObject(command)
})

it('says which option it does not know', () => {
  expect(parseCommand(['import', 'a.md', '--force'])).toMatchObject({
    name: 'help',
    problem: expect.stringContaining('--force'),
  })
})
