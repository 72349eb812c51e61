import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Makes what is generated from the CMS config: the types in `shared`, the admin's import map, and, where the schema
 * has changed, one migration for SQLite. `pnpm types [NAME]` names that migration.
 */
const migrations = join(import.meta.dirname, 'src/migrations')
const scratch = mkdtempSync(join(tmpdir(), 'masthead-generate-'))
try {
  writeMigrationsForNode()
  payload('generate:types')
  payload('generate:importmap')
  payload('migrate:create', process.argv[2] ?? 'change', '--skip-empty')
  writeMigrationsForNode()
}
finally {
  rmSync(scratch, { recursive: true })
}

function payload(...args: string[]): void {
  execFileSync('payload', args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATA_DIR: scratch, DATABASE_URL: `file:${scratch}/generate.db` },
  })
}

/** Payload writes imports that only a bundler resolves; the import runs on Node itself. */
function writeMigrationsForNode(): void {
  const names = readdirSync(migrations).filter(file => /^\d.*\.ts$/.test(file)).map(file => file.slice(0, -3)).sort()
  for (const name of names) {
    const file = join(migrations, `${name}.ts`)
    const source = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      source.replace(
        /import \{ MigrateUpArgs, MigrateDownArgs, sql \}/,
        'import { type MigrateDownArgs, type MigrateUpArgs, sql }',
      ),
    )
  }
  writeFileSync(
    join(migrations, 'index.ts'),
    [
      ...names.map((name, index) => `import * as m${index} from './${name}.ts'`),
      '',
      '/** Every change of the SQLite schema, oldest first: written by `pnpm types`. */',
      'export const migrations = [',
      ...names.map((name, index) => `  { name: '${name}', up: m${index}.up, down: m${index}.down },`),
      ']',
      '',
    ].join('\n'),
  )
}
