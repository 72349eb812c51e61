import type { Config } from 'payload'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { watchForms } from '../../src/admin/watchForms.ts'

const WATCH = '/admin/forms/FormWatch.tsx#FormWatch'

it('watches over the form of every collection and global, beside what stands there already', async () => {
  const { collections, globals } = await watchForms({
    collections: [{ slug: 'plain', fields: [] }, {
      slug: 'drafts',
      fields: [],
      admin: { group: 'A', components: { edit: { beforeDocumentControls: ['/x'] } } },
    }],
    globals: [{ slug: 'site', fields: [] }],
  } as unknown as Config)
  expect(collections!.map(({ admin }) => admin?.components?.edit?.beforeDocumentControls)).toEqual([[WATCH], [
    '/x',
    WATCH,
  ]])
  expect(collections![1]!.admin!.group).toBe('A')
  expect(globals![0]!.admin?.components?.elements?.beforeDocumentControls).toEqual([WATCH])
})

it('leaves no date to Payload’s own field, which takes the first digits of a date for another', () => {
  const src = join(import.meta.dirname, '../../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.tsx?$/.test(file) && !file.startsWith('migrations'),
  )
  // In the others, only the CMS fills them in.
  expect(files.filter(file => /type: 'date'/.test(readFileSync(join(src, file), 'utf8'))).sort()).toEqual([
    'audit/auditLog.ts',
    'changes/SiteInstances.ts',
    'fields/dateAndTime.ts',
    'users/attempts/SignInAttempts.ts',
    'users/passkeys/Passkeys.ts',
    'users/secondFactor/SecondFactors.ts',
  ])
})
