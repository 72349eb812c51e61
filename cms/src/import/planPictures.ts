import type { Payload } from 'payload'
import type { Picture } from './Article.ts'
import type { Planning } from './Planning.ts'
import type { PictureFile } from './readPicture.ts'
import type { Existing, Step } from './Step.ts'
import { pictureHash } from '../media/pictureHash.ts'
import { decideAction } from './decideAction.ts'
import { recallPicture } from './memory.ts'
import { addStep } from './Planning.ts'
import { lineOf } from './SourceMap.ts'

/** Plans one document for each picture, even if the article shows it several times under several names. */
export async function planPictures(planning: Planning): Promise<void> {
  const steps = new Map<string, Step>()
  const unused = photosOfKnownAuthors(planning)
  for (const [picture, file] of planning.pictures) {
    if (unused.has(picture))
      continue
    const same = steps.get(file.sha256)
    if (same) {
      share(same, picture, planning)
    }
    else {
      const step = await planPicture(picture, file, planning)
      steps.set(file.sha256, step)
      addStep(planning, step)
    }
  }
}

/** Returns the photos of authors who exist already: the import does not use them. */
function photosOfKnownAuthors({ article, steps }: Planning): Set<Picture | undefined> {
  return new Set(
    article.authors
      .filter(author => steps.some(({ existing, sources }) => existing && sources.includes(author)))
      .map(({ data }) => data?.photo),
  )
}

async function planPicture(picture: Picture, file: PictureFile, planning: Planning): Promise<Step> {
  return decideAction({
    collection: 'media',
    title: picture.file,
    sources: [picture],
    existing: await findPicture(planning.payload, file),
    data: () => ({ alt: picture.alt, credit: picture.credit ?? null }),
    picture: file,
    lines: picture.lines,
  }, planning)
}

function share(step: Step, picture: Picture, { ids, report }: Planning): void {
  if (picture.alt !== step.data(ids).alt) {
    report(
      lineOf('alt', picture.lines),
      `The picture “${picture.file}” has another alternative text than on line ${lineOf('alt', step.lines)}.`,
      'It is one picture: give it the same.',
    )
  }
  step.sources.push(picture)
  ids.set(picture, ids.get(step.sources[0]!)!)
}

async function findPicture(payload: Payload, file: PictureFile): Promise<Existing | undefined> {
  const id = await recallPicture(payload, file.sha256)
  const { docs: [found] } = await payload.find({
    collection: 'media',
    where: { or: [...(id ? [{ id: { equals: id } }] : []), { hash: { equals: pictureHash(file.data) } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    // A user who can start the import has every right on the database.
    overrideAccess: true,
  })
  return found
}
