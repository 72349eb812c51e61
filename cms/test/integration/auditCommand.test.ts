import type { Cms } from './harness/cms.ts'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../e2e/harness/runCli.ts'
import { Audit } from './harness/Audit.ts'
import { Cms as AnyCms, startCms } from './harness/cms.ts'

let cms: Cms
let audit: Audit
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-audit-'))
  cms = await startCms()
  audit = await Audit.open(cms)
  const editor = await cms.as('editor')
  for (const from of ['/one', '/two', '/three'])
    await editor.create('redirects', { from, to: '/blog', status: '301' })
  await audit.sealed()
})
afterAll(async () => {
  await audit.close()
  await cms.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('audit verify', () => {
  it('says that the log is intact, and its head', async () => {
    const head = audit.log.formatHead(await audit.log.readHead(audit.payload.db))
    const { code, said } = await runCli('audit', ['verify'], cms)
    expect([code, said]).toEqual([0, expect.stringContaining(`The head is ${head}\nThe audit log is intact.`)])
    expect((await audit.run('verify', '--head', head)).code).toBe(0)
  })

  it('says what is wrong, and fails', async () => {
    const [entry] = await audit.entries({ number: { equals: 3 } })
    await audit.tamper(entry!.id, { event: 'deleted' })
    const { code, said } = await runCli('audit', ['verify'], cms)
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^Entry 3, of .*, was altered or put in\.\n[\s\S]*NOT intact/),
    ])
    await audit.tamper(entry!.id, { event: entry!.event })
  })

  it('does not take what another secret has sealed', async () => {
    const other = { environment: { ...cms.environment, PAYLOAD_SECRET: 'another secret of 16' } }
    expect((await runCli('audit', ['verify'], other)).code).toBe(1)
    const former = { environment: { ...other.environment, AUDIT_SECRET: cms.environment.PAYLOAD_SECRET } }
    expect((await runCli('audit', ['verify'], former)).code).toBe(0)
  })

  it('says what is wrong with a command that does not exist', async () => {
    const { code, said } = await runCli('audit', ['verify', 'all'], cms)
    expect([code, said]).toEqual([2, expect.stringContaining('There is no command “verify all”.')])
  })

  it.each([
    [[], 'There is no command “”.'],
    [['verify', '--head', '5'], '--head 5: give a number, a colon and the 43 characters of a hash'],
    [['erase'], 'Say whose data to erase: one USER_ID, or --before YYYY-MM-DD.'],
    [['erase', '--before', '2026-13-01'], '--before 2026-13-01: give a day as YYYY-MM-DD.'],
  ])('has a problem with %j', (args, problem) => {
    expect(audit.log.parseCommand(args)).toEqual({ name: 'help', problem: expect.stringContaining(problem) as string })
  })

  it('needs the secret of the CMS', async () => {
    const { code, said } = await runCli('audit', ['verify'], {
      environment: { ...cms.environment, PAYLOAD_SECRET: undefined },
    })
    expect([code, said]).toEqual([1, expect.stringContaining('PAYLOAD_SECRET is missing')])
  })
})

describe('audit erase', () => {
  it('erases the data of one user, and says of how many entries', async () => {
    const { person } = await cms.as('editor')
    const { code, said } = await runCli('audit', ['erase', person.id], cms)
    expect([code, said]).toEqual([0, expect.stringMatching(/erased from \d+ entries/)])
    expect((await audit.entries({ userId: { equals: person.id } })).filter(({ name, address }) => name ?? address))
      .toEqual([])
    await audit.sealed()
    expect((await audit.run('verify')).code).toBe(0)
  })
})

describe('imports', () => {
  it('are recorded', async () => {
    const file = join(folder, 'redirects.csv')
    await writeFile(file, 'from,to,status\n/a,/blog,301\n/b,/blog,301\n')
    const { importRedirects } = await import('../../src/import/importRedirects.ts')
    const entries = await audit.of(() => importRedirects(audit.payload, file, { dryRun: false }))
    expect(entries.map(({ event }) => event).sort()).toEqual(['imported', 'published', 'published'])
    expect(entries.find(({ event }) => event === 'imported')).toMatchObject({
      actor: 'system',
      about: 'redirects',
      title: '2 new, 0 changed',
    })
    expect(await audit.of(() => importRedirects(audit.payload, file, { dryRun: true }))).toEqual([])
  })

  it('of articles are recorded one by one', async () => {
    const { importFiles } = await import('../../src/import/importFiles.ts')
    const article = new URL('../../src/demo/1-a-backup-is-a-claim.md', import.meta.url).pathname
    const entries = await audit.of(async () => {
      for await (
        const outcome of importFiles(audit.payload, [article], { publish: true, overwrite: false, dryRun: false })
      )
        expect(outcome).toHaveProperty('plan')
    })
    const post = entries.find(({ event, about }) => event === 'published' && about === 'posts')!
    expect(entries.filter(({ event }) => event === 'imported')).toEqual([
      expect.objectContaining({ about: 'posts', documentId: post.documentId, title: post.title, name: 'The CMS' }),
    ])
  })
})

describe('backups', () => {
  it('are recorded, hold the head, and so are recorded when they are restored', async () => {
    await audit.sealed()
    const backup = join(folder, 'backup')
    const [entry] = await audit.of(async () => {
      const { code, said } = await runCli('backup', ['backup', backup], cms)
      expect(code, said).toBe(0)
    })
    expect(entry).toMatchObject({ event: 'backed-up', actor: 'system' })
    const { auditHead } = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as { auditHead: string }
    expect(auditHead).toMatch(/^\d+:[\w-]{43}$/)
    await audit.sealed()
    expect((await audit.run('verify', '--head', auditHead)).code).toBe(0)

    const dataDir = await mkdtemp(join(folder, 'restored-'))
    const url = cms.environment.DATABASE_URL!
    const restored = new AnyCms(dataDir, {
      ...cms.environment,
      DATA_DIR: dataDir,
      DATABASE_URL: url.startsWith('file:')
        ? `file:${dataDir}/masthead.db`
        : url.replace(/test-([0-9a-f]+)/, 'test-$1-restored'),
    })
    const { code, said } = await runCli('backup', ['restore', backup], restored)
    expect(code, said).toBe(0)
    // The CMS seals every second: the entry of the backup may have its seal before the database is read.
    expect(await runCli('audit', ['verify', '--head', auditHead], restored)).toEqual({
      code: 0,
      said: expect.stringMatching(/Not sealed yet: [12]\./) as string,
    })
    try {
      await restored.start()
      const admin = await restored.as('admin')
      await expect.poll(async () =>
        (await admin.find('audit-log', { where: { event: { equals: 'backup-restored' } } })).docs[0]?.number,
      ).toBeGreaterThan(1)
      expect((await runCli('audit', ['verify', '--head', auditHead], restored)).code).toBe(0)
    }
    finally {
      await restored.stop()
    }
    // Five commands and a start of the CMS, each of which loads all of Payload.
  }, 180_000)

  it('are made without the secret, too, and say that they are not recorded', async () => {
    const entries = await audit.of(async () => {
      const { code, said } = await runCli('backup', ['backup', join(folder, 'unrecorded')], {
        environment: { ...cms.environment, PAYLOAD_SECRET: undefined },
      })
      expect([code, said]).toEqual([
        0,
        expect.stringContaining('The audit log does not record this backup: give the PAYLOAD_SECRET of the CMS.'),
      ])
    })
    expect(entries).toEqual([])
  })
})
