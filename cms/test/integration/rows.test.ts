import type { Cms } from './harness/cms.ts'
import process from 'node:process'
import { afterAll, beforeAll, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { randomFrom } from '../randomFrom.ts'
import { startCms } from './harness/cms.ts'
import { Editing } from './rows/Editing.ts'
import { makeReferable } from './rows/referable.ts'
import { holdsSeveral, writable } from './rows/rowLists.ts'

const { collections, globals } = await config
const entities = [...collections, ...globals].filter(({ flattenedFields, slug }) => !slug.startsWith('payload-') && writable(flattenedFields).some(holdsSeveral))

const SEED = Number(process.env.SEED ?? 1)

let cms: Cms
let documents: Map<string, string[]>
beforeAll(async () => {
  cms = await startCms()
  documents = await makeReferable(await cms.as('admin'), entities, collections, randomFrom(SEED))
})
afterAll(() => cms?.stop())

it.for(entities)(`each row of $slug keeps what is its own, whatever becomes of the others (SEED=${SEED})`, { timeout: 120_000 }, async (entity) => {
  const editing = await Editing.begin(await cms.as('admin'), entity, documents, randomFrom(SEED))
  await editing.finish()
})
