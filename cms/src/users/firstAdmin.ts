import type { Payload } from 'payload'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { env } from '../env.ts'

/**
 * Creates the first administrator of an empty system and prints the credentials once. A generated password is in a file
 * that only the owner can read, from before the account is created until it has been printed: a crash in between locks
 * no user out.
 */
export async function ensureFirstAdmin(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs === 0) {
    await payload.create({
      collection: 'users',
      data: {
        email: env.adminEmail,
        name: 'Administrator',
        role: 'admin',
        password: env.adminPassword ?? await generatedPassword(),
      },
      overrideAccess: true,
    })
  }
  await announce()
}

const note = resolve(env.dataDir, 'first-admin-password')

async function generatedPassword(): Promise<string> {
  const earlier = await readFile(note, 'utf8').catch(() => '')
  const password = earlier || randomBytes(12).toString('base64url')
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  await writeFile(note, password, { mode: 0o600, flush: true })
  return password
}

async function announce(): Promise<void> {
  const password = await readFile(note, 'utf8').catch(() => undefined)
  if (!password)
    return
  // eslint-disable-next-line no-console -- this is the one place where the password is shown
  console.log(
    `First administrator: ${env.adminEmail}, password ${password} (shown this once: change it under your name in the admin)`,
  )
  await rm(note)
}
