import process from 'node:process'
import { openPayload } from '../../src/database/openPayload.ts'

/** Prints, as JSON, which faults of `@payloadcms/drizzle` there are, on an empty SQLite database. */
const payload = await openPayload(() => {})
try {
  console.log(JSON.stringify(await faults()))
}
finally {
  await payload.destroy()
}
process.exit()

async function faults(): Promise<string[]> {
  const found = {
    'a row keeps the reference of the one that was in its place': await movedLinkHasTwoTargets(),
    'null for rows is an error': await nullForRowsFails(),
    'null for texts leaves them': await nullForTextsLeavesThem(),
  }
  return Object.entries(found).filter(([, isThere]) => isThere).map(([name]) => name)
}

async function movedLinkHasTwoTargets(): Promise<boolean> {
  const author = await payload.create({ collection: 'authors', data: { name: 'Ada Writer' } as never })
  const { footerLinks } = await payload.updateGlobal({
    slug: 'site',
    data: {
      footerLinks: [{ label: 'Ada', document: { relationTo: 'authors', value: author.id } }, {
        label: 'Journal',
        url: '/blog',
      }],
    },
    depth: 0,
  })
  const moved = await payload.updateGlobal({ slug: 'site', data: { footerLinks: footerLinks!.toReversed() }, depth: 0 })
  return Boolean(moved.footerLinks![0]!.document)
}

async function nullForRowsFails(): Promise<boolean> {
  const changed = payload.updateGlobal({ slug: 'site', data: { navigation: null } })
  return changed.then(() => false, () => true)
}

async function nullForTextsLeavesThem(): Promise<boolean> {
  const { id } = await payload.create({ collection: 'posts', data: { title: 'A post' } as never, draft: true })
  // The second is written over the first, which is the version that the writer has begun.
  await payload.update({ collection: 'posts', id, data: { tags: ['one'] }, draft: true, autosave: true })
  const { tags } = await payload.update({ collection: 'posts', id, data: { tags: null }, draft: true, autosave: true })
  return tags!.length > 0
}
