import type { Stage } from './access/trials.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { markdownOf } from './access/markdown.ts'
import { ASKERS, CHAPTERS } from './access/table.ts'
import { answerOf, trials } from './access/trials.ts'
import { startCms } from './harness/cms.ts'
import { makeBasics } from './harness/content.ts'

const { collections, globals } = await config

describe('who may do what', () => {
  let cms: Cms
  let basics: Basics
  beforeAll(async () => {
    cms = await startCms()
    basics = await makeBasics(await cms.as('admin'))
  })
  afterAll(() => cms.stop())

  const cells = CHAPTERS.flatMap(({ title, collections, rules }) => collections.flatMap(collection => rules.flatMap(({ action, answers }) =>
    ASKERS.filter(role => answers[role] !== undefined).map(role => ({ title, collection, action, role, expected: answers[role] })))))

  it.each(cells)('$collection: $role, $action: $expected', async ({ title, collection, action, role, expected }) => {
    const stage: Stage = {
      cms,
      basics,
      collection,
      role,
      asker: role === 'stranger' ? cms.stranger : await cms.as(role),
      other: await cms.as('writer', 'another'),
      admin: await cms.as('admin'),
    }
    const trial = trials[title]?.[action]
    expect(trial, `Say in trials.ts how to try “${action}”.`).toBeDefined()
    expect(await answerOf(trial!, stage)).toBe(expected)
  })
})

describe('the table of roles', () => {
  it('has a row for every collection and global', () => {
    const all = [...collections, ...globals].map(({ slug }) => slug).filter(slug => !slug.startsWith('payload-'))
    expect(CHAPTERS.flatMap(({ collections }) => collections).sort()).toEqual(all.sort())
  })

  it('is what docs/roles.md shows', async () => {
    const page = await readFile(new URL('../../../docs/roles.md', import.meta.url), 'utf8')
    expect(page.slice(page.indexOf('## ')).trim()).toBe(markdownOf(CHAPTERS))
  })
})
