import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { lock } from './lock.ts'
import { cache, root } from './workspace.ts'

/** Returns a hash of the content of files and folders (paths relative to `base`), and of the kind of machine. */
export function fingerprint(paths: string[], base = root): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const path of paths.flatMap(path => filesOf(path, base)).sort())
    hash.update(`\n${path}\0`).update(readFileSync(join(base, path)))
  return hash.digest('hex')
}

/**
 * Runs `make` unless the stamp shows that it has run on the same inputs. It writes the stamp last: a result without one
 * is incomplete.
 */
export async function makeOnce(stamp: string, wanted: string, make: () => Promise<void>): Promise<void> {
  if (isMade(stamp, wanted))
    return
  lock(
    cache,
    `Another command is at work in ${root}, or Masthead runs from there: let it end, or stop it, and run this again.`,
  )
  rmSync(stamp, { force: true })
  await make()
  writeFileSync(stamp, wanted)
}

function isMade(stamp: string, wanted: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** The files that neither an installation nor a build reads. */
const NO_INPUT = /^(?:node_modules|test|bench|\..*|.*\.md|.*\.tsbuildinfo|next-env\.d\.ts|vitest\.config\.ts)$/

function filesOf(path: string, base: string): string[] {
  if (!existsSync(join(base, path)))
    return []
  if (!statSync(join(base, path)).isDirectory())
    return [path]
  return readdirSync(join(base, path))
    .filter(name => !NO_INPUT.test(name))
    .flatMap(name => filesOf(`${path}/${name}`, base))
}
