import type { Payload, PayloadRequest } from 'payload'
import type { Ids, Plan, Step } from './Step.ts'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { recordEvent } from '../audit/recordEvent.ts'
import { digest } from './digest.ts'
import { remember, rememberPicture } from './memory.ts'
import { saveStep } from './saveStep.ts'

interface Writing {
  /** The slug of the article. */
  slug: string
  ids: Ids
  publish: boolean
}

/**
 * Carries out a plan. Pictures go first, outside the transaction: resizing them takes seconds, during which no other
 * user could save. Everything else is one transaction if the database has them; otherwise the next import completes one
 * that was interrupted.
 */
export async function writeArticle(
  payload: Payload,
  { slug, steps, ids }: Plan,
  { publish }: { publish: boolean },
): Promise<void> {
  const writing = { slug, ids: new Map(ids), publish }
  const pictures = steps.filter(({ collection }) => collection === 'media')
  for (const step of pictures)
    await write(await createLocalReq({}, payload), step, writing)

  const others = steps.filter(step => !pictures.includes(step))
  // Without pending writes, do not hold up the writes of other users.
  if (others.every(step => !isPending(step, writing)))
    return
  const post = others.find(({ collection }) => collection === 'posts')
  const req = await createLocalReq({}, payload)
  const began = await initTransaction(req)
  try {
    for (const step of others)
      await write(req, step, writing)
    await recordEvent(req, {
      event: 'imported',
      about: 'posts',
      documentId: post && writing.ids.get(post.sources[0]!),
      title: post?.title,
    })
    if (began)
      await commitTransaction(req)
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Whether the step writes anything, even if only the import's memory of an unchanged document. */
function isPending({ action, collection, data, remembered }: Step, { ids, slug }: Writing): boolean {
  if (action === 'unchanged' && hasMemory(collection)) {
    const content = data(ids)
    return remembered?.article !== slug || remembered.file !== digest(content, Object.keys(content))
  }
  return action !== 'unchanged' && action !== 'kept'
}

async function write(req: PayloadRequest, step: Step, writing: Writing): Promise<void> {
  if (!isPending(step, writing))
    return
  const { action, collection, existing, picture, sources } = step
  const { ids, slug, publish } = writing
  const data = step.data(ids)
  const fields = Object.keys(data)
  const saved = action === 'unchanged' ? existing! : await saveStep(req, step, data, publish)
  for (const source of sources)
    ids.set(source, saved.id)
  if (hasMemory(collection)) {
    await remember(req, collection, saved.id, {
      article: slug,
      file: digest(data, fields),
      stored: digest(saved, fields),
    })
  }
  if (picture)
    await rememberPicture(req, picture.sha256, saved.id)
}

/**
 * Whether the import remembers documents of a collection. Categories and authors belong to the admin once they exist.
 */
function hasMemory(collection: Step['collection']): boolean {
  return collection !== 'categories' && collection !== 'authors'
}
