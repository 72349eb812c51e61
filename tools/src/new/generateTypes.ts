import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { runStep } from '../step.ts'

/** Writes the types that follow from the CMS's config. It writes no migration, because the fields are not final yet. */
export async function generateTypes(root: string, stop: AbortSignal): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'masthead-types-'))
  try {
    await runStep('Generating the types', ['node_modules/payload/bin.js', 'generate:types'], {
      cwd: join(root, 'cms'),
      env: { ...process.env, DATA_DIR: scratch, DATABASE_URL: `file:${scratch}/types.db` },
    }, stop)
  }
  finally {
    rmSync(scratch, { recursive: true })
  }
}
