import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { problems } from '../integration/harness/Session.ts'

const REFUSAL
  = 'Nothing was saved. Another program, such as an import, has kept the database busy for 5 s. Try again in a moment.'

let cms: Cms
let editor: Session
let others: DatabaseSync
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  if (inject('mongodb') === null)
    others = new DatabaseSync(join(cms.dataDir, 'masthead.db'), { timeout: 1000 })
})
afterAll(async () => {
  others?.close()
  await cms.stop()
})

describe.runIf(inject('mongodb') === null)('a database that another program keeps to itself', () => {
  it('is waited for, and read meanwhile', async () => {
    others.exec('BEGIN IMMEDIATE')
    const saved = editor.create('categories', { title: 'Waited for' })
    await sleep(1500)
    const began = Date.now()
    expect(await editor.count('categories', { where: { title: { equals: 'Waited for' } } })).toBe(0)
    expect(Date.now() - began).toBeLessThan(3000)
    others.exec('ROLLBACK')
    await saved
    expect(await titles('Waited for')).toHaveLength(1)
  })

  it('takes nothing after 5 s, which is said, and all that comes later', async () => {
    others.exec('BEGIN IMMEDIATE')
    const refused = await create('Refused')
    others.exec('ROLLBACK')
    expect([refused.status, problems(refused)]).toEqual([503, REFUSAL])
    await editor.create('categories', { title: 'Taken' })
    expect([await titles('Refused'), await titles('Taken')]).toEqual([[], ['Taken']])
  })

  it('has all that was acknowledged, and nothing that was refused, whenever it was taken and given back', async () => {
    const answers: [string, number][] = []
    const write = async (writer: number) => {
      for (let index = 0; index < 15; index++) {
        const title = `Writer ${writer}, ${index}`
        answers.push([title, (await create(title)).status])
      }
    }
    const written = new AbortController()
    const taken = (async () => {
      // Once for longer than anybody waits, then for moments.
      for (let time = 0; !written.signal.aborted; time++) {
        others.exec('BEGIN IMMEDIATE')
        await sleep(time === 1 ? 7000 : 100 * Math.random())
        others.exec('ROLLBACK')
        await sleep(100 * Math.random())
      }
    })()
    await Promise.all([1, 2, 3].map(write))
    written.abort()
    await taken
    expect(new Set(answers.map(([, status]) => status))).toEqual(new Set([201, 503]))
    expect(await titles('Writer')).toEqual(
      answers.filter(([, status]) => status === 201).map(([title]) => title).sort(),
    )
  })
})

it.runIf(inject('mongodb') === null)('a change that the database cannot commit is not acknowledged', async () => {
  others.exec(`
    CREATE TABLE promises (category TEXT REFERENCES categories (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER promise AFTER INSERT ON categories WHEN new.title = 'Never' BEGIN INSERT INTO promises VALUES ('nobody'); END`)
  try {
    const refused = await create('Never')
    expect([refused.status, problems(refused)]).toEqual([
      503,
      expect.stringMatching(/^Nothing was saved\. The database refused it \(.*FOREIGN KEY/),
    ])
    await editor.create('categories', { title: 'Later' })
    expect([await titles('Never'), await titles('Later')]).toEqual([[], ['Later']])
  }
  finally {
    others.exec('DROP TRIGGER promise; DROP TABLE promises')
  }
})

function create(title: string) {
  return editor.send('POST', '/api/categories', { body: { title } })
}

async function titles(like: string): Promise<string[]> {
  const { docs } = await editor.find('categories', { where: { title: { like } }, pagination: false, depth: 0 })
  return docs.map(({ title }) => title).sort()
}
