import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import type { SavedAs } from './SAVED_AS.ts'
import type { VersionMarks } from './versionFields.ts'
import { writeOf } from '../Write.ts'

declare module 'payload' {
  interface RequestContext {
    /** The reason for the saves of this request, if the operation alone does not tell. */
    savedAs?: Extract<SavedAs, 'imported'>
    /** Whether all that a save would change was set aside. Then its user has edited nothing. */
    changesNothing?: boolean
    /** Whether the running update stores drafts in place of published documents. */
    mayUnpublish?: boolean
  }
}

/** Sets the fields that describe the version that a save makes. They belong to one version, so the name is left out. */
export const stampVersion: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const marks: VersionMarks = {
    editedBy: req.context.changesNothing ? originalDoc!.editedBy : req.user?.id ?? null,
    savedAs: await reasonOf(collection.slug as CollectionSlug, { data, isNew: operation === 'create', originalDoc, req }),
    versionName: null,
  }
  return Object.assign(data, marks)
}

/** Notes whether an update may unpublish documents: the hooks after it do not see the argument `draft`. */
export const noteUnpublish: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'update') {
    const { data, draft } = writeOf(args)
    req.context.mayUnpublish = !draft && data._status === 'draft'
  }
  return args
}

async function reasonOf(collection: CollectionSlug, { data, isNew, originalDoc, req }: Save): Promise<SavedAs> {
  const { context } = req
  if (context.savedAs)
    return context.savedAs
  if (context.isRestoringVersion)
    return 'restored'
  if (data._status === 'published' && !data.deletedAt)
    return 'published'
  if (isNew)
    return 'created'
  return context.mayUnpublish && await isPublished(collection, originalDoc!.id, req) ? 'unpublished' : 'edited'
}

interface Save {
  data: { _status?: unknown, deletedAt?: unknown }
  isNew: boolean
  originalDoc?: { id: string }
  req: PayloadRequest
}

/** Whether readers see the document before the save. The latest version does not tell: it may be a draft. */
async function isPublished(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<boolean> {
  const stored = await req.payload.db.findOne<{ id: string, _status?: string }>({
    collection,
    where: { id: { equals: id } },
    select: { _status: true },
    req,
  })
  return stored?._status === 'published'
}
