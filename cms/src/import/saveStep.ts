import type { DataFromCollectionSlug, PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'
import type { Existing, Step } from './Step.ts'
import { APIError, ValidationError } from 'payload'
import { expectRevision } from '../drafts/merge/refuseStaleWrite.ts'
import { ImportError } from './ImportError.ts'
import { lineOf } from './SourceMap.ts'

/**
 * Saves one document, as a draft or published.
 *
 * @throws {ImportError} with the lines of the values that the CMS refused, or if a user has saved the document since
 */
export async function saveStep(
  req: PayloadRequest,
  step: Step,
  data: Record<string, unknown>,
  publish: boolean,
): Promise<Existing> {
  try {
    const saved = await save(req, step, data, publish)
    // The address of an unpublished document follows its title, even if the file names one. A second save sets it.
    return 'slug' in data && saved.slug !== data.slug
      ? await save(req, { ...step, existing: saved }, data, publish)
      : saved
  }
  catch (error) {
    if (error instanceof ValidationError)
      throw explain(error, step)
    throw error instanceof APIError && error.status === 409 ? changedMeanwhile(step) : error
  }
}

async function save(
  req: PayloadRequest,
  { collection, existing, picture }: Step,
  data: Record<string, unknown>,
  publish: boolean,
): Promise<Existing> {
  const hasDrafts = Boolean(req.payload.collections[collection].config.versions)
  const options = {
    collection,
    // A user who can start the import has every right on the database.
    overrideAccess: true,
    depth: 0,
    context: { savedAs: 'imported' as const },
    req,
    ...(hasDrafts && { draft: !publish }),
    ...(picture && !existing && { file: picture }),
  }
  const content = { ...data, ...(hasDrafts && { _status: publish ? 'published' : 'draft' }) }
  return existing
    ? await req.payload.update({
      ...options,
      id: existing.id,
      context: { ...options.context, ...expectRevision(collection, existing) },
      data: content as Partial<DataFromCollectionSlug<typeof collection>>,
    }) as Existing
    : await req.payload.create({
      ...options,
      data: content as RequiredDataFromCollectionSlug<typeof collection>,
    }) as Existing
}

function changedMeanwhile({ title, lines }: Step): ImportError {
  return new ImportError([{
    line: lineOf('', lines),
    problem: `A user has saved “${title}” in the admin during this import.`,
    fix: 'Import again.',
  }])
}

function explain(error: ValidationError, { title, lines }: Step): ImportError {
  return new ImportError((error.data?.errors ?? []).map(({ path, message }) => ({
    line: lineOf(path, lines),
    problem: `“${path}” of “${title}”: ${message.replace(/\.?$/, '.')}`,
    fix: 'Correct it in the file.',
  })))
}
