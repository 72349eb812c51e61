import type { Cms } from '../harness/cms.ts'
import type { Basics } from '../harness/content.ts'
import type { Stage } from './trials.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../harness/cms.ts'
import { makeBasics } from '../harness/content.ts'
import { ASKERS, CHAPTERS } from './table.ts'
import { answerOf, trials } from './trials.ts'

/** Tries every cell of the table, for those collections and globals that `isMine` takes: files share the work. */
export function tryAll(isMine: (slug: string) => boolean): void {
  describe('who may do what', () => {
    let cms: Cms
    let basics: Basics
    beforeAll(async () => {
      cms = await startCms()
      basics = await makeBasics(await cms.as('admin'))
    })
    afterAll(() => cms.stop())

    const cells = CHAPTERS.flatMap(({ title, collections, rules }) =>
      collections.filter(isMine).flatMap(collection =>
        rules.flatMap(({ action, answers }) =>
          ASKERS.filter(role => answers[role] !== undefined).map(role => ({
            title,
            collection,
            action,
            role,
            expected: answers[role],
          })),
        ),
      ),
    )

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
}
