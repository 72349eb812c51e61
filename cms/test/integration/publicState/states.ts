import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import type { Stage } from './Stage.ts'
import { contentOf } from '../harness/contentOf.ts'

/** Ways to make a document in each of the states that one with drafts can be in. */
export const states: Record<string, (stage: Stage) => Promise<string>> = {
  'begun': ({ collection, editor }) =>
    create(editor.create(collection as DraftSlug, {}, { draft: true, autosave: true })),
  'never published': stage => make(stage, 'draft'),
  'published': stage => make(stage, 'published'),
  'published, with a change pending': pending,
  'unpublished': async (stage) => {
    const id = await make(stage, 'published')
    await stage.editor.unpublish(stage.collection as DraftSlug, id)
    return id
  },
  'published, in the trash': async (stage) => {
    const id = await make(stage, 'published')
    await stage.editor.trash(stage.collection as DraftSlug, id)
    return id
  },
  'published, with a change pending, in the trash': async (stage) => {
    const id = await pending(stage)
    await stage.editor.trash(stage.collection as DraftSlug, id)
    return id
  },
}

/** The state in which most can go wrong: something is public, and something is not to be. */
export const telling = ['published, with a change pending']

async function pending(stage: Stage): Promise<string> {
  const id = await make(stage, 'published')
  await stage.editor.saveDraft(stage.collection as DraftSlug, id, { [stage.field]: 'Pending' })
  return id
}

function make({ basics, collection, editor }: Stage, status: 'draft' | 'published'): Promise<string> {
  return create(editor.create(collection as DraftSlug, { ...contentOf(collection, basics), _status: status }))
}

async function create(created: Promise<{ id: string }>): Promise<string> {
  return (await created).id
}
