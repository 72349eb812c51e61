import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { Feed } from '../integration/harness/Feed.ts'
import { readAll } from './harness/readAll.ts'
import { startWeb } from './harness/startWeb.ts'
import { World } from './harness/World.ts'

let cms: Cms
let kept: Web
let fresh: Web
let editor: Session
let feed: Feed

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('admin')
  feed = await Feed.open(cms)
  kept = await startWeb(cms.url)
  // The same site, by a web that keeps nothing.
  fresh = await startWeb(cms.url, { SERVICE_KEY: '', SITE_URL: kept.url })
  await kept.caughtUp()
})

afterAll(async () => {
  await kept?.stop()
  await fresh?.stop()
  await feed?.close()
  await cms?.stop()
})

const SEED = Number(process.env.SEED ?? Date.now() % 100_000)
const ROUNDS = 20

it(`after any change every kept page is what a fresh render would be (SEED=${SEED})`, async () => {
  const world = await World.make(editor, SEED)
  let before = await readAll(kept, world.paths)
  // Of two changes, the second may take the first back.
  const afterOneEdit = { needed: 0, needless: 0 }
  let rendered = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const edits = await world.edit()
    await feed.settled()
    await kept.caughtUp()
    const [after, wanted] = await Promise.all([readAll(kept, world.paths), readAll(fresh, world.paths)])
    for (const [path, page] of wanted) {
      expect(after.get(path), `${path} after round ${round}: ${edits.join('; ')}`).toEqual({
        ...page,
        etag: after.get(path)!.etag,
      })
    }
    for (const [path, page] of after) {
      const old = before.get(path)
      if (!old?.etag || !page.etag || old.etag === page.etag)
        continue
      rendered++
      if (edits.length === 1)
        afterOneEdit[old.words === page.words ? 'needless' : 'needed']++
    }
    before = after
  }
  console.log(
    `Pages rendered again: ${rendered}. Of those after a single change ${afterOneEdit.needed} had changed, ${afterOneEdit.needless} had not.`,
  )
  expect(rendered).toBeGreaterThan(ROUNDS)
  // Most seeds have none.
  expect(afterOneEdit.needless).toBeLessThanOrEqual(1 + afterOneEdit.needed / 100)
}, 240_000)
