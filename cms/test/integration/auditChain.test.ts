import type { Entry } from '../../src/audit/Entry.ts'
import type { Cms } from './harness/cms.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Audit } from './harness/Audit.ts'
import { startCms } from './harness/cms.ts'

let cms: Cms
let other: Cms
let audit: Audit
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  other = await startCms(cms.environment)
  audit = await Audit.open(cms)
  editor = await cms.as('editor')
})
afterAll(async () => {
  await audit.close()
  await other.stop()
  await cms.stop()
})

function verify(head?: string) {
  return audit.log.verifyAuditLog(
    audit.payload.db,
    head === undefined ? undefined : { number: Number(head.split(':')[0]), hash: head.split(':')[1]! },
  )
}
const breaks = async () => (await verify()).breaks

describe('seals', () => {
  it('are given once each, without a gap, to many entries at once by two processes', async () => {
    const editors = [editor, await other.as('editor')]
    const entries = await audit.of(() =>
      Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          editors[index % 2]!.create('redirects', { from: `/from-${index}`, to: '/blog', status: '301' })),
      ),
    )
    expect(entries).toHaveLength(40)
    await audit.sealed()
    const all = await audit.entries()
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
    expect(await verify()).toMatchObject({ breaks: [], sealed: all.length, unsealed: 0, removedTo: 0 })
  })

  it('are given once each by as many as try at the same moment', async () => {
    await cms.kill()
    await other.kill()
    const entries = await audit.of(() => changeHere(30))
    expect(entries.every(({ number }) => number == null)).toBe(true)
    expect((await verify()).unsealed).toBe(30)
    const { sealEntries } = audit.log
    await Promise.all(Array.from({ length: 4 }, () => sealEntries(audit.payload.db, new Date(0))))
    expect(await verify()).toMatchObject({ breaks: [], unsealed: 0, sealed: (await audit.entries()).length })
  })

  it('are given by a CMS that starts, where a process ended between its change and the seal', async () => {
    const [entry] = await audit.of(() => changeHere(1))
    expect(entry!.number).toBeFalsy()
    await cms.start()
    await audit.sealed()
    await cms.kill()
    expect(await verify()).toMatchObject({ breaks: [], unsealed: 0 })
  })

  it('are logged by their head at each start', async () => {
    const head = audit.log.formatHead(await audit.log.readHead(audit.payload.db))
    await cms.start()
    await expect.poll(() => cms.output.join('\n')).toContain(`The head of the audit log is ${head}`)
    await cms.kill()
  })
})

describe('a log that somebody has changed in the database', () => {
  const at = async (number: number) => (await audit.entries({ number: { equals: number } }))[0]!

  /** Puts it back afterwards: each of these tests begins with a log that is intact. */
  async function altering(numbers: number[], alter: (entries: Entry[]) => Promise<void>): Promise<string[]> {
    const before = await Promise.all(numbers.map(at))
    await alter(before)
    const found = await breaks()
    await audit.remove({ id: { in: before.map(({ id }) => id) } })
    for (const { id: _, ...entry } of before)
      await audit.insert(entry)
    expect(await breaks()).toEqual([])
    return found
  }

  it.each([
    ['event', 'deleted'],
    ['at', '2020-01-01T00:00:00.000Z'],
    ['actor', 'system'],
    ['userId', 'somebody-else'],
    ['name', 'Somebody Else'],
    ['address', '192.0.2.1'],
    ['about', 'posts'],
    ['documentId', 'another'],
    ['title', 'Another title'],
    ['count', 7],
    ['nameSalt', null],
  ])('is found by an entry with another %s', async (name, value) => {
    expect(await altering([20], async ([entry]) => audit.tamper(entry!.id, { [name]: value }))).toEqual([
      expect.stringMatching(/^Entry 20, of .*, was altered or put in\.$/),
    ])
  })

  it('is found by one that is missing, wherever it was', async () => {
    expect(await altering([20], async ([entry]) => audit.remove({ id: { equals: entry!.id } }))).toEqual([
      'Entry 20 is missing.',
    ])
    expect(await altering([1], async ([entry]) => audit.remove({ id: { equals: entry!.id } }))).toEqual([
      'Entry 1 is missing.',
    ])
    expect(await altering([20, 21, 22], async entries => audit.remove({ id: { in: entries.map(({ id }) => id) } })))
      .toEqual(['Entries 20 to 22 are missing.'])
  })

  it('is found by a head from before, where the last ones are missing', async () => {
    const { head } = await verify()
    const numbers = [head.number - 1, head.number]
    const entries = await Promise.all(numbers.map(at))
    await audit.remove({ id: { in: entries.map(({ id }) => id) } })
    expect(await breaks()).toEqual([])
    expect((await verify(audit.log.formatHead(head))).breaks).toEqual([
      `Entries ${head.number - 1} to ${head.number} are missing.`,
    ])
    for (const { id: _, ...entry } of entries)
      await audit.insert(entry)
    expect((await verify(audit.log.formatHead(head))).breaks).toEqual([])
    expect((await verify(`${head.number}:${'A'.repeat(43)}`)).breaks).toEqual([
      `Entry ${head.number} is not the one whose hash you gave.`,
    ])
  })

  it('is found by two that have changed places', async () => {
    for (const fields of [['number'], ['number', 'previous'], ['number', 'previous', 'seal']] as const) {
      const found = await altering([20, 21], async ([one, two]) => {
        const part = (entry: Entry) => Object.fromEntries(fields.map(name => [name, entry[name]]))
        await audit.tamper(one!.id, { number: -1 })
        await audit.tamper(two!.id, part(one!))
        await audit.tamper(one!.id, part(two!))
      })
      expect(found).toEqual([
        'Entry 20 has moved: it was sealed as entry 21.',
        'Entry 21 has moved: it was sealed as entry 20.',
      ])
    }
  })

  it('is found by one that was put in, with a place in the chain or without one', async () => {
    const { id: _, ...entry } = await at(20)
    const { head } = await verify()
    const last = await audit.insert({ ...entry, key: 'another', number: head.number + 1, previous: head.hash })
    expect(await breaks()).toEqual([
      expect.stringMatching(new RegExp(`^Entry ${head.number + 1}, of .*, was altered or put in\\.$`)),
    ])
    await audit.remove({ id: { equals: last } })

    const waiting = await audit.insert({
      ...entry,
      key: 'another',
      number: undefined,
      previous: undefined,
      seal: undefined,
    })
    await cms.start()
    await expect.poll(() => cms.output.join('\n')).toContain(
      `an entry that no CMS wrote with this key, so it is not sealed: ${waiting}`,
    )
    await cms.kill()
    expect(await breaks()).toEqual([expect.stringContaining(`The entry with the id ${waiting}`)])
    await audit.remove({ id: { equals: waiting } })
    expect(await breaks()).toEqual([])
  })
})

describe('personal data', () => {
  it('is erased without a break: what happened stays', async () => {
    const userId = editor.person.id
    const theirs = await audit.entries({ userId: { equals: userId } })
    expect(theirs.length).toBeGreaterThan(20)
    const count = await audit.log.erasePersonalData(audit.payload, { userId })
    expect(count).toBe(
      (await audit.entries({ or: [{ userId: { equals: userId } }, { documentId: { equals: userId } }] })).length - 1,
    )
    for (const entry of await audit.entries({ userId: { equals: userId } })) {
      expect([entry.name ?? null, entry.address ?? null, entry.nameSalt ?? null, entry.event]).toEqual([
        null,
        null,
        null,
        theirs.find(({ id }) => id === entry.id)!.event,
      ])
    }
    expect(JSON.stringify(await audit.entries())).not.toContain('editor of the tests')
    expect(await breaks()).toEqual([])
    expect((await audit.entries({ event: { equals: 'erased' } }))[0]).toMatchObject({
      about: 'users',
      documentId: userId,
    })
  })

  it('is erased of all entries from before a day', async () => {
    await audit.log.erasePersonalData(audit.payload, { before: new Date(Date.now() + 1000) })
    expect(
      (await audit.entries({ event: { not_equals: 'erased' } })).filter(({ name, address, title }) =>
        name ?? address ?? title,
      ),
    ).toEqual([])
    expect(await breaks()).toEqual([])
  })
})

describe('retention', () => {
  it('removes what is old and leaves an anchor, from which the chain verifies and goes on', async () => {
    await audit.log.sealEntries(audit.payload.db, new Date(0))
    const { head } = await verify()
    const young = await audit.entries({ number: { greater_than: 20 } })
    const cutoff = new Date(young[0]!.at)
    await audit.log.trimAuditLog(audit.payload.db, cutoff)
    const result = await verify(audit.log.formatHead(head))
    expect(result.breaks).toEqual([])
    expect(result.removedTo).toBeGreaterThan(0)
    expect((await audit.entries({ number: { exists: true } }))[0]).toMatchObject({
      number: result.removedTo,
      event: 'anchor',
    })

    await audit.log.trimAuditLog(audit.payload.db, new Date(Date.now() + 1000))
    expect(await verify()).toMatchObject({ breaks: [], sealed: 0, removedTo: head.number, head })
    await audit.log.trimAuditLog(audit.payload.db, new Date(Date.now() + 1000))
    await changeHere(2)
    await audit.log.sealEntries(audit.payload.db, new Date(0))
    expect(await verify()).toMatchObject({ breaks: [], sealed: 2, head: { number: head.number + 2 } })
  })

  it('is no way to hide what is not old: an anchor cannot be made by hand', async () => {
    const [anchor] = await audit.entries({ event: { equals: 'anchor' } })
    const number = anchor!.number!
    await audit.remove({ id: { equals: anchor!.id } })
    expect(await breaks()).toEqual([`Entries 1 to ${number} are missing.`])
    const { head } = await verify()
    const [last] = await audit.entries({ number: { equals: head.number } })
    await audit.tamper(last!.id, { event: 'anchor', previous: head.hash })
    expect(await breaks()).toContainEqual(
      expect.stringMatching(new RegExp(`^Entry ${head.number}, of .* was altered or put in`)),
    )
  })
})

/** Changes that this process makes, which seals nothing. */
async function changeHere(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await audit.payload.create({
      collection: 'redirects',
      data: { from: `/here-${changed++}`, to: '/blog', status: '301' },
      overrideAccess: true,
    })
  }
}

let changed = 0
