import type { OutboxOptions } from '../../../server/enquiries/Outbox'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Outbox } from '../../../server/enquiries/Outbox'

let folder: string
let outboxes: Outbox[]
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'masthead-outbox-')), 'enquiries')
  outboxes = []
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(async () => {
  for (const outbox of outboxes)
    outbox.stop()
  vi.restoreAllMocks()
  await rm(join(folder, '..'), { recursive: true })
})

const down = () => Promise.reject(new Error('no answer'))

function open(deliver: OutboxOptions['deliver'] = down, maxEntries = 10): Outbox {
  const outbox = new Outbox({ folder, deliver, maxEntries })
  outboxes.push(outbox)
  outbox.open()
  return outbox
}

function sent(message: string, reference = 'Q7K2-9XWD') {
  return {
    reference,
    enquiry: { name: 'Ines Vold', email: 'ines@example.com', company: '', message, page: '/', submission: 'x' },
  }
}

async function kept(): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter(name => name !== 'refused').sort()
}

it('stores an enquiry whole, for its owner alone', async () => {
  await open().store(sent('One'))
  const [name] = await kept()
  expect(JSON.parse(await readFile(join(folder, name!), 'utf8'))).toMatchObject(sent('One'))
  expect((await stat(join(folder, name!))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

it('stores one of what is sent twice, at once or later, under the first reference', async () => {
  const outbox = open()
  const told = await Promise.all([outbox.store(sent('One', 'AAAA-AAAA')), outbox.store(sent('One', 'BBBB-BBBB'))])
  expect([...told, await outbox.store(sent('One', 'CCCC-CCCC')), await outbox.referenceOf(sent('One', 'DDDD-DDDD'))])
    .toEqual(Array.from({ length: 4 }).fill('AAAA-AAAA'))
  expect(await kept()).toHaveLength(1)
})

it('goes on submitting what another process has left', async () => {
  const before = open()
  await before.store(sent('One', 'AAAA-AAAA'))
  await before.store(sent('Two', 'BBBB-BBBB'))
  before.stop()
  const delivered: string[] = []
  const after = open(({ reference }) => Promise.resolve(delivered.push(reference) > 0))
  await expect.poll(() => after.state).toEqual({ waiting: 0, refused: 0 })
  expect(delivered.sort()).toEqual(['AAAA-AAAA', 'BBBB-BBBB'])
  expect(await kept()).toEqual([])
})

it('lets no enquiry that fails hold up another', async () => {
  const delivered: string[] = []
  const outbox = open(({ reference }) =>
    reference === 'AAAA-AAAA' ? down() : Promise.resolve(delivered.push(reference) > 0),
  )
  await outbox.store(sent('One', 'AAAA-AAAA'))
  await outbox.store(sent('Two', 'BBBB-BBBB'))
  await expect.poll(() => delivered, { timeout: 5000 }).toEqual(['BBBB-BBBB'])
  await expect.poll(() => outbox.state).toEqual({ waiting: 1, refused: 0 })
})

it('moves refused enquiries away, and logs where without a word of the visitor', async () => {
  const outbox = open(() => Promise.resolve(false))
  await outbox.store(sent('One'))
  await expect.poll(() => outbox.state).toEqual({ waiting: 0, refused: 1 })
  const [name] = await kept()
  expect(name).toMatch(/^refused\//)
  expect(vi.mocked(console.error).mock.calls.flat().join('\n')).toContain(
    `Enquiry Q7K2-9XWD was refused by the CMS, so the site moved it to ${join(folder, name!)}.`,
  )
  expect(vi.mocked(console.error).mock.calls.flat().join('\n')).not.toMatch(/Ines|example\.com|One/)
})

it('takes no more than it may store, the refused ones included, and says so', async () => {
  await mkdir(join(folder, 'refused'), { recursive: true })
  await writeFile(join(folder, 'refused/one.json'), '{}')
  const outbox = open(down, 3)
  await outbox.store(sent('One'))
  await outbox.store(sent('Two'))
  await expect(outbox.store(sent('Three'))).rejects.toThrow('3 enquiries are stored in')
  expect(await outbox.store(sent('Two', 'XXXX-XXXX'))).toBe('Q7K2-9XWD')
})

it('is not stopped by what a crash has left, or a person has taken away', async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'a.part'), '{"refer')
  await writeFile(join(folder, 'b.json'), '{"refer')
  let isUp = false
  const outbox = open(() => isUp ? Promise.resolve(true) : down())
  await outbox.store(sent('One'))
  expect(await kept()).toEqual([expect.stringMatching(/^[\da-f]{64}\.json$/), 'refused/b.json'])
  await rm(join(folder, (await kept())[0]!))
  await outbox.store(sent('Two'))
  isUp = true
  await expect.poll(() => outbox.state, { timeout: 5000 }).toEqual({ waiting: 0, refused: 1 })
})

it('says which folder it cannot write to', async () => {
  await writeFile(folder, '')
  expect(() => open()).toThrow(`Enquiries cannot be stored in ${folder}: set DATA_DIR`)
})
