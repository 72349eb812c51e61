import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Failure } from './failure.ts'

export interface Secrets {
  payloadSecret: string
  serviceKey: string
}

/** Returns the secrets of this installation. They are generated once, and only their owner can read the file. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file))
    writeSecrets(dataDir, file)
  return parse(file)
}

function writeSecrets(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secrets: Secrets = { payloadSecret: random(), serviceKey: random() }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  try {
    // Unlike a rename, a link never replaces a file that another process has written meanwhile.
    linkSync(draft, file)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw error
  }
  finally {
    rmSync(draft)
  }
}

function parse(file: string): Secrets {
  try {
    const { payloadSecret, serviceKey } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
    if (typeof payloadSecret === 'string' && typeof serviceKey === 'string')
      return { payloadSecret, serviceKey }
  }
  catch (error) {
    if (!(error instanceof SyntaxError))
      throw error
  }
  throw new Failure(
    `${file} is damaged: restore it from a backup, or delete it to have new secrets made (everyone has to sign in again).`,
  )
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
