import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { readAll } from './harness/readAll.ts'
import { startWeb } from './harness/startWeb.ts'
import { World } from './harness/World.ts'

let cms: Cms
let kept: Web
let fresh: Web
let editor: Session

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('admin')
  kept = await startWeb(cms.url)
  // The same site, by a web that keeps nothing.
  fresh = await startWeb(cms.url, { SERVICE_KEY: '', SITE_URL: kept.url })
  await kept.caughtUp()
})

afterAll(async () => {
  await kept?.stop()
  await fresh?.stop()
  await cms?.stop()
})

const SEED = Number(process.env.SEED ?? Date.now() % 100_000)
const ROUNDS = 20

it(`after any change every kept page is what a fresh render would be (SEED=${SEED})`, async () => {
  const world = await World.make(editor, SEED)
  let before = await readAll(kept, world.paths)
  let needless = 0
  let needed = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const edits = await world.edit()
    await kept.caughtUp()
    const [after, wanted] = await Promise.all([readAll(kept, world.paths), readAll(fresh, world.paths)])
    for (const [path, page] of wanted)
      expect(after.get(path), `${path} after round ${round}: ${edits.join('; ')}`).toEqual({ ...page, etag: after.get(path)!.etag })
    for (const [path, page] of after) {
      const old = before.get(path)
      if (old?.etag && page.etag && old.etag !== page.etag)
        old.words === page.words ? needless++ : needed++
    }
    before = after
  }
  console.log(`Pages rendered again: ${needed} that had changed, ${needless} that had not.`)
  expect(needed).toBeGreaterThan(ROUNDS)
  // It varies with the seed, from an eighth to a third; where each change dropped all pages it would be five times as many.
  expect(needless).toBeLessThan(needed)
}, 240_000)
