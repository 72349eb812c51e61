import type { BlocksField, FieldHook } from 'payload'
import { ValidationError } from 'payload'

/** Refuses blocks of an unknown kind. Payload would silently drop them, in drafts and on publishing. */
export const refuseUnknownBlocks: FieldHook = ({ collection, field, req, value }) => {
  const kinds = (field as BlocksField).blocks.map(({ slug }) => slug)
  const rows = Array.isArray(value) ? value as { blockType?: unknown }[] : []
  const unknown = rows.findIndex(row => !kinds.includes(String(row?.blockType)))
  if (unknown !== -1) {
    throw new ValidationError({
      collection: collection?.slug,
      errors: [{
        path: `${(field as BlocksField).name}.${unknown}.blockType`,
        message: `There is no kind “${String(rows[unknown]?.blockType)}”. Take one of ${kinds.join(', ')}.`,
      }],
      req,
    })
  }
  return value
}
